import {Component, CUSTOM_ELEMENTS_SCHEMA, input} from '@angular/core';
import 'cloud-vod-gallery/player';

/** With the schema alone: Angular sets properties without looking at their types. */
@Component({
  selector: 'app-player',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `<video-player [for]="list()" [autoplayNext]="false"></video-player>`,
})
export class Player {
  readonly list = input.required<string>();
}
