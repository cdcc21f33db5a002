/** The only limiter that runs without Node. The entry of the package loads all limiters. */
declare module 'rate-limiter-flexible/lib/RateLimiterMemory.js' {
  export {RateLimiterMemory as default} from 'rate-limiter-flexible';
}
