/** What the compiler has to refuse, one mistake a component. Never run. */
import {Component} from '@angular/core';
import {Player} from './player';
import {VideoList} from './video-list';

@Component({
  selector: 'app-1',
  imports: [VideoList],
  template: `<video-list [pageSize]="'twelve'" />`,
})
export class NumberWanted {}

@Component({selector: 'app-2', imports: [VideoList], template: `<video-list layout="circle" />`})
export class NoSuchLayout {}

@Component({selector: 'app-3', imports: [VideoList], template: `<video-list [page-size]="12" />`})
export class NameOfAttribute {}

@Component({selector: 'app-4', imports: [VideoList], template: `<video-list [pagesSize]="12" />`})
export class NoSuchProperty {}

@Component({
  selector: 'app-5',
  imports: [VideoList],
  template: `<video-list (video-select)="press($event)" />`,
})
export class WrongEvent {
  press(event: KeyboardEvent) {
    return event.key;
  }
}

@Component({
  selector: 'app-6',
  imports: [VideoList],
  template: `<video-list #list (video-select)="list.refreshAll()" />`,
})
export class NoSuchMethod {}

@Component({
  selector: 'app-7',
  imports: [VideoList],
  template: `
    <video-lists src="/api/videos" />
    <video-list />
  `,
})
export class NoSuchTag {}

@Component({
  selector: 'app-8',
  imports: [Player, VideoList],
  template: `
    <video-list />
    <app-player [list]="'videos'" [titel]="'Misspelt'" />
  `,
})
export class NoSuchInput {}
