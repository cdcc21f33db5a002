/** Includes the modules of all features, so that none is loaded later. */
import {coversModule} from '../elements/video-card/load-covers.js';
import {detailsModule} from '../elements/video-card/load-details.js';
import {previewModule} from '../elements/video-card/load-preview.js';
import * as covers from './covers/covers.js';
import * as details from './details/details.js';
import * as history from './history/history.js';
import * as impressions from './impressions/impressions.js';
import * as live from './live/live.js';
import * as longList from './long-list/long-list.js';
import * as play from './play/play.js';
import * as preview from './preview/preview.js';
import {loaded} from './registry.js';
import * as row from './row/row.js';
import * as selection from './selection/selection.js';
import * as toolbar from './toolbar/toolbar.js';

Object.assign(loaded, {history, impressions, live, longList, play, row, selection, toolbar});
previewModule.loaded = preview;
detailsModule.loaded = details;
coversModule.loaded = covers;
