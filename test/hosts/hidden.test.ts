import {matrix} from './matrix.js';
import {hidden} from './situations.js';

matrix(hidden);
