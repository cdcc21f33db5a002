import {matrix} from './matrix.js';
import {lengths} from './situations.js';

matrix(lengths);
