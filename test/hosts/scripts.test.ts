import {matrix} from './matrix.js';
import {scripts} from './situations.js';

matrix(scripts);
