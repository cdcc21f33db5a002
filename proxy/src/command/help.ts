/** What `--help` prints. */
export const HELP = `Usage: cloud-vod-gallery-proxy [--check | --version | --help]
       cloud-vod-gallery-proxy backup FILE | restore FILE | reconcile | sign-link SCOPE SECONDS

Starts the proxy behind a gallery: lists of videos, upload callbacks, live events.
All settings come from the environment.

  sign-link SCOPE SECONDS     Prints a token for ?token=… that shows a scope, such as
                              '{"categories": ["news"]}', for this time; needs LINK_KEYS
  --check                     Checks the settings and opens the store, without starting
  backup FILE                 Copies the store while it is in use. For PostgreSQL: pg_dump
  restore FILE                Replaces the store by such a copy; no proxy may be running on it
  reconcile                   Updates the store from the vendor's list

  Where the videos come from
    VOD_MODE                  vendor: lists come from the vendor's API; store: from the upload
                              callbacks alone. Default: vendor if there are keys, else store
    VOD_ACCESS_KEY            Access key of the vendor's account
    VOD_SECRET_KEY            Its secret key. In store mode the keys are used for play addresses
    VOD_ENDPOINT              Origin of the vendor's API. Default: https://api.cdnetworks.com
    VOD_SCHEME                CNC or WS3: how calls are signed. Default: depends on the endpoint
    VOD_TIMEOUT_SECONDS       Time limit of one call. Default: 10
    VOD_FRESH_SECONDS         How long an answer is used before it is requested again. Default: 30
    VOD_CALLS_PER_FIVE_MINUTES
                              Maximum number of calls. Default: 300, the vendor's limit;
                              processes that share a store are counted together
    VOD_TIME_ZONE             The account's time zone, in store mode. Default: +08:00

  Where callbacks are stored
    DATABASE_URL              file:PATH, or postgres://USER:PASSWORD@HOST/DATABASE; several hosts
                              are separated by commas. Default: file:./data/videos.db
    RECONCILE_HOURS           Interval at which the store is updated from the vendor's list, with at
                              most a tenth of the calls. Needs the keys. Default: 0, never

  Upload callbacks: POST /callbacks/SECRET, or POST /callbacks with the header X-Callback-Secret
    CALLBACK_SECRET           16 characters or more, of letters, digits, "-", ".", "_" and "~".
                              Default: none, callbacks are refused
    CALLBACK_SECRET_PREVIOUS  The previous secret, also accepted while you change it. Default: none
    CALLBACK_ADDRESSES        Addresses and CIDR ranges that they may come from, comma separated.
                              Default: any
    TRUST_PROXY               Number of your own proxies in front that add the address of the client.
                              Default: 0, no such header is used
    FORWARDING_HEADER         The header that they write: x-forwarded-for or forwarded.
                              Default: x-forwarded-for

  Who may see what; see docs/access.md
    SCOPE_CATEGORIES          Only videos in one of these categories, comma separated. Default: all
    SCOPE_CREATED_BY          Only videos that one of these users created. Default: all
    SCOPE_AVAILABLE           1: only available videos, not blocked ones. Default: 0
    SCOPE_TRANSCODED          1: only transcoded videos. Default: 0
    LINK_KEYS                 ID:SECRET, comma separated: only requests with a token signed by one
                              of these keys are answered. Default: no token is needed
    PLAY_ORIGINS              Origins of pages that may play videos, comma separated. Default: any
    SITES                     Names of galleries at /sites/NAME/videos, each with variables of its own:
                              SITE_NAME_CATEGORIES, …_CREATED_BY, …_AVAILABLE, …_TRANSCODED,
                              …_ORIGINS, …_PLAY_ORIGINS, …_LINK_KEYS. Without SITES, these are
                              refused. With SITES, there is no gallery at /videos unless SCOPE_…
                              or LINK_KEYS are set. Default: none
    ALLOWED_HOSTS             Host names of the proxy, comma separated. Default: any

  Covers, resized: GET /videos/ID/cover; see docs/covers.md
    COVERS                    0: covers are not served. Default: 1
    COVER_FOLDER              Folder for originals and resized covers. Default: ./data/covers
    COVER_CACHE_MB            Maximum size of that folder in MiB. Default: 512
    COVER_HOSTS               Hosts that covers may be on, such as *.example.com, comma separated.
                              Default: all public hosts that the vendor and callbacks name
    COVER_PRIVATE_HOSTS       Hosts that may have an address in your own network, such as
                              media.internal:8000, comma separated. Default: none

  Limits for each client: an IPv4 address, or the /64 of an IPv6 address
    REQUESTS_PER_MINUTE       Requests other than callbacks. Default: 3000; 0: no limit
    MAX_STREAMS_PER_CLIENT    Streams of events at a time. Default: 50

  Secrets from files: each of these names a file whose content is the secret
    VOD_ACCESS_KEY_FILE, VOD_SECRET_KEY_FILE, CALLBACK_SECRET_FILE,
    CALLBACK_SECRET_PREVIOUS_FILE, LINK_KEYS_FILE, DATABASE_URL_FILE

  Serving
    PORT                      Port to listen on. Default: 8080
    HOST                      Address to listen on. Default: 127.0.0.1; in a container 0.0.0.0
    BASE_PATH                 Path under which all routes are, except HEALTH_PATH, READY_PATH and
                              METRICS_PATH. Default: /
    ALLOWED_ORIGINS           Other origins whose pages may use the proxy, comma separated, or *.
                              Default: none
    MAX_AGE_SECONDS           How long browsers may keep a list. Default: 5
    SHARED_MAX_AGE_SECONDS    How long a CDN may keep a list. Default: 10
    STALE_WHILE_REVALIDATE_SECONDS
                              How long after that it may be used while it is renewed. Default: 30
    HEARTBEAT_SECONDS         Interval of heartbeats on a stream of events. Default: 15
    MAX_STREAMS               Streams of events at a time. Default: 1000

  Limits of connections
    HEADERS_TIMEOUT_SECONDS   Time limit for the headers of a request. Default: 10
    REQUEST_TIMEOUT_SECONDS   Time limit for the whole request. Default: 20
    IDLE_TIMEOUT_SECONDS      How long a connection may wait for its next request. Default: 75
    MAX_CONNECTIONS           Connections at a time. Default: 10000
    MAX_UPLOADS               Requests at a time whose bodies are still arriving. Default: 256

  Monitoring
    LOG_FORMAT                text, or json with one object in each line. Default: text
    LOG_LEVEL                 error, warn, info or debug. Default: info, with every request
    LOG_LINES_PER_SECOND      Maximum for each kind of line; the others are counted. 0: no maximum.
                              Default: 10
    HEALTH_PATH               Answers 200 while the process is alive. Default: /health
    READY_PATH                Answers 200 if the proxy can take requests, otherwise 503.
                              Default: /ready
    METRICS_PORT              A separate port for metrics in Prometheus' format. Default: none
    METRICS_HOST              Address of that port. Default: 127.0.0.1
    METRICS_PATH              Path of the metrics; without METRICS_PORT on the port of the lists,
                              for everybody. Default: /metrics with a port of its own, else none
    SHUTDOWN_DRAIN_SECONDS    How long requests are still accepted after SIGTERM. Default: 0
    SHUTDOWN_GRACE_SECONDS    How long requests in flight may take after that. Default: 10

Routes: GET or POST /videos, GET /videos/ID, /videos/ID/play, /videos/ID/cover, /videos/ID/index,
/videos/events, /categories and /categories/tree, and POST /callbacks.
`;
