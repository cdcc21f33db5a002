/** The one limiter that needs nothing of Node; the package's entry loads all of them. */
declare module 'rate-limiter-flexible/lib/RateLimiterMemory.js' {
  export {RateLimiterMemory as default} from 'rate-limiter-flexible';
}
