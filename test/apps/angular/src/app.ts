import {Component, computed, type ElementRef, signal, viewChild} from '@angular/core';
import type {SelectionChangeEvent, VideoListElement, VideoSelectEvent} from 'cloud-vod-gallery';
import {Player} from './player';
import {VideoList} from './video-list';

@Component({
  selector: 'app-root',
  imports: [Player, VideoList],
  template: `
    <p role="status">{{ title() ? 'Picked: ' + title() : 'Pick a video.' }}</p>
    <p id="count">{{ count() }} selected</p>
    <button id="clear" (click)="selectedIds.set([])">Start again</button>
    <button id="layout" (click)="layout.set('list')">As a list</button>
    <button id="refresh" (click)="refresh()">Refresh</button>
    <button id="turn" (click)="turn()">Turn</button>
    <button id="close" (click)="parts.set([])">Close</button>
    <div id="lists">
      @for (part of parts(); track part) {
        <section>
          @if (part === 'list') {
            <video-list
              #list
              id="videos"
              src="/api/videos"
              card-href="/watch/{videoId}"
              selection="multiple"
              [pageSize]="12"
              [layout]="layout()"
              [live]="false"
              [hidden]="false"
              [strings]="strings"
              [selectedIds]="selectedIds()"
              (video-select)="show($event)"
              (selection-change)="select($event)"
            ></video-list>
            <button id="last" (click)="list.scrollToVideo('id-12')">To the last</button>
          } @else {
            <app-player [list]="'videos'" />
          }
        </section>
      }
    </div>
  `,
})
export class App {
  readonly parts = signal<readonly string[]>(['list', 'player']);
  readonly title = signal('');
  readonly layout = signal<VideoListElement['layout']>('grid');
  readonly selectedIds = signal<readonly string[]>([]);
  readonly count = computed(() => this.selectedIds().length);
  readonly strings = {failed: 'Broken'};
  readonly list = viewChild<ElementRef<VideoListElement>>('list');

  show({detail}: VideoSelectEvent) {
    this.title.set(detail.video.title);
  }

  select({detail}: SelectionChangeEvent) {
    this.selectedIds.set(detail.videos.map(({id}) => id));
  }

  refresh() {
    void this.list()?.nativeElement.refresh();
  }

  turn() {
    this.parts.update((parts) => parts.toReversed());
  }
}
