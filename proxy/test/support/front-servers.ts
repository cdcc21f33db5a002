import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {existsSync, readFileSync} from 'node:fs';
import {writeFile} from 'node:fs/promises';
import {createServer, type AddressInfo} from 'node:net';
import {join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';
import {aFolder, type Scene} from './proxy-scene.js';

/** Web servers of Debian in front of the proxy. */
export const FRONT_SERVERS = {
  nginx: {program: '/usr/sbin/nginx', configuration: nginxConfiguration, args: nginxArgs},
  Apache: {program: '/usr/sbin/apache2', configuration: apacheConfiguration, args: apacheArgs},
  Caddy: {program: '/usr/bin/caddy', configuration: caddyConfiguration, args: caddyArgs},
} as const;

export type FrontServer = keyof typeof FRONT_SERVERS;

/** Ports and folder of a server. */
interface Place {
  readonly folder: string;
  readonly port: number;
  /** Port of the proxy. */
  readonly upstream: number;
}

/** Deadline in milliseconds for the first response of a server. */
const START_MS = 20_000;

/** The documentation of web servers, whose examples are tested. */
const PAGE = fileURLToPath(new URL('../../../docs/web-servers.md', import.meta.url));

/** The code of that page in a format, with the port of the proxy. */
function documented(language: string, upstream: number): string {
  const page = readFileSync(PAGE, 'utf8');
  const code = new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, 'm').exec(page)?.[1];
  if (!code?.includes('127.0.0.1:8080')) throw new Error(`${PAGE} has no ${language} for 8080.`);
  return code.replaceAll('127.0.0.1:8080', `127.0.0.1:${upstream}`);
}

/** A free port. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Whether a server is installed. */
export function isInstalled(name: FrontServer): boolean {
  return existsSync(FRONT_SERVERS[name].program);
}

/** Starts a server in front of a proxy. Returns its address. */
export async function startFront(scene: Scene, name: FrontServer, upstream: number) {
  const {program, configuration, args} = FRONT_SERVERS[name];
  const place = {folder: await aFolder(scene), port: await freePort(), upstream};
  const file = join(place.folder, 'server.conf');
  await writeFile(file, configuration(place));
  const child = spawn(program, args(place.folder, file), {
    stdio: ['ignore', 'pipe', 'pipe'],
    // Caddy keeps its last configuration there.
    env: {...process.env, XDG_CONFIG_HOME: place.folder, XDG_DATA_HOME: place.folder},
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => (output += String(chunk)));
  }
  const ended = once(child, 'close');
  scene.after(() => {
    child.kill('SIGTERM');
    return ended;
  });
  const url = `http://127.0.0.1:${place.port}`;
  const endMs = performance.now() + START_MS;
  while (
    !(await fetch(url).then(
      () => true,
      () => false,
    ))
  ) {
    if (performance.now() > endMs || child.exitCode !== null) {
      throw new Error(`${name} does not answer: ${output}`);
    }
    await sleep(50);
  }
  return url;
}

function nginxArgs(folder: string, file: string): string[] {
  return ['-p', folder, '-c', file, '-e', join(folder, 'error.log')];
}

/** Compresses everything, as usual. One process, of the present user. */
function nginxConfiguration({port, upstream}: Place): string {
  const folders = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return `
daemon off; master_process off; pid nginx.pid; error_log error.log warn;
events { worker_connections 256; }
http {
  access_log off;
  ${folders.map((name) => `${name}_temp_path ${name};`).join(' ')}
  gzip on; gzip_types *; gzip_min_length 1; gzip_proxied any; gzip_vary on;
  server {
    listen 127.0.0.1:${port};
    client_max_body_size 20m;
    ${documented('nginx', upstream)}
    location ~ \\.php$ { return 404; }
    location /api/callbacks/ {
      proxy_pass http://127.0.0.1:${upstream};
      proxy_request_buffering off;
      proxy_http_version 1.1;
      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
    }
  }
}
`;
}

function apacheArgs(_: string, file: string): string[] {
  return ['-f', file, '-DFOREGROUND'];
}

/** With mod_deflate, which changes tags to "…-gzip". */
function apacheConfiguration({folder, port, upstream}: Place): string {
  const modules = ['mpm_event', 'authz_core', 'proxy', 'proxy_http', 'filter', 'deflate'].map(
    (name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`,
  );
  return `
ServerName gallery
ServerRoot ${folder}
PidFile ${folder}/apache.pid
ErrorLog ${folder}/apache.log
DefaultRuntimeDir ${folder}
Listen 127.0.0.1:${port}
${modules.join('\n')}
${process.getuid?.() === 0 ? 'User www-data\nGroup www-data' : ''}
AddOutputFilterByType DEFLATE text/html text/plain application/json text/javascript
${documented('apache', upstream)}`;
}

function caddyArgs(_: string, file: string): string[] {
  return ['run', '--config', file, '--adapter', 'caddyfile'];
}

/**
 * Compresses lists, but no events: Caddy 2.6 keeps compressed events back. Without its port for administration. The
 * documented host is replaced by an address without TLS.
 */
function caddyConfiguration({folder, port, upstream}: Place): string {
  const encode =
    'encode {\ngzip\nminimum_length 1\nmatch {\nheader Content-Type application/json*\n}\n}\n';
  const site = documented('caddy', upstream)
    .replace('www.example.com', `http://127.0.0.1:${port}`)
    .replace('/srv/www', folder)
    .replace('reverse_proxy', `${encode}reverse_proxy`);
  return `{\nadmin off\ngrace_period 1s\n}\n${site}`;
}
