import {matrix} from './matrix.js';
import {growth} from './situations.js';

matrix(growth);
