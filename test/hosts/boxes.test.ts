import {matrix} from './matrix.js';
import {boxes} from './situations.js';

matrix(boxes);
