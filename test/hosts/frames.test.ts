import {matrix} from './matrix.js';
import {frames} from './situations.js';

matrix(frames);
