import {
  booleanAttribute,
  Directive,
  ElementRef,
  inject,
  input,
  type OnChanges,
  type SimpleChanges,
} from '@angular/core';
import type {VideoListElement} from 'cloud-vod-gallery';
import 'cloud-vod-gallery/define';

/** The properties of `<video-list>` that this application binds. Angular checks their types in templates. */
@Directive({selector: 'video-list'})
export class VideoList implements OnChanges {
  readonly src = input<VideoListElement['src']>();
  readonly pageSize = input<VideoListElement['pageSize']>();
  readonly layout = input<VideoListElement['layout']>();
  readonly selection = input<VideoListElement['selection']>();
  readonly selectedIds = input<VideoListElement['selectedIds']>();
  readonly strings = input<VideoListElement['strings']>();
  readonly live = input(false, {transform: booleanAttribute});

  readonly #list = inject<ElementRef<VideoListElement>>(ElementRef).nativeElement;

  ngOnChanges(changes: SimpleChanges) {
    for (const [name, {currentValue}] of Object.entries(changes)) {
      Reflect.set(this.#list, name, currentValue);
    }
  }
}
