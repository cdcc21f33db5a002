const {SITE_ORIGIN} = process.env;

/** Without a server in front of it, the application itself passes requests of the browser on. */
export default {
  rewrites: () =>
    SITE_ORIGIN ? [{source: '/api/:path*', destination: `${SITE_ORIGIN}/api/:path*`}] : [],
};
