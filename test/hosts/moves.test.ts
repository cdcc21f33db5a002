import {matrix} from './matrix.js';
import {moves} from './situations.js';

matrix(moves);
