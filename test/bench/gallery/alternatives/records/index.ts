/** The decoded records and nothing else: what a list that holds them cannot go below. */
import {fetchDecodedVideos} from '../shared/decoded-videos.js';

Object.assign(window, {records: await fetchDecodedVideos()});
