import {matrix} from './matrix.js';
import {pages} from './situations.js';

matrix(pages);
