import {render} from 'solid-js/web';
import {Gallery} from './gallery';

render(() => <Gallery />, document.querySelector('#app')!);
