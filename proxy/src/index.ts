export {createVideoProxy, type ProxyStatus, type VideoProxy} from './create-video-proxy.js';
export type {EventOptions, LimitOptions, VideoProxyOptions} from './proxy-options.js';
export {AccessError, type AccessOf, type GalleryOptions} from './access/gallery.js';
export type {Scope} from './access/scope.js';
export {signLink, type LinkKey} from './access/signed-link.js';
export type {Caller, CallerAddress} from './caller.js';
export {SECRET_HEADER} from './callback-routes.js';
export type {Log} from './error-answers.js';
export {backUpStore, restoreStore} from './backup.js';
export {reconcile, type Reconciled, type ReconcileOptions} from './reconcile.js';
export type {RestoredStore} from './store/sqlite/backup.js';
export {StoreError, type StoreErrorCode} from './store/store-error.js';
export {
  openVideoStore,
  type StoredChange,
  type StoredPage,
  type VideoStore,
  type VideoStoreOptions,
} from './video-store.js';
export type {ListQuery} from './list-query.js';
export type {PublishUrlsOf} from './store-source.js';
export type {PublishUrls} from '../../src/wire/publish-urls.js';
export type {CachePolicy} from './responses.js';
export type {CoverOptions, ReadCover} from './covers/cover-options.js';
export type {VideoRecord} from './video-record.js';
export {
  createVendorAnswers,
  type VendorAnswer,
  type VendorAnswers,
  type VendorOperation,
  type VendorOptions,
  type VendorStatus,
} from './vendor/vendor-answers.js';
export {VendorError} from './vendor/vendor-error.js';
export {
  signRequest,
  type SignableRequest,
  type SignedHeaders,
  type SigningScheme,
} from './vendor/sign-request.js';
