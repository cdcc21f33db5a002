import {matrix} from './matrix.js';
import {plain} from './situations.js';

matrix(plain);
