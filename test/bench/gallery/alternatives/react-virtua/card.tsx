import {memo} from 'react';
import {textsOf, type CardVideo} from '../shared/card-video.js';

/** The card as a React component. */
export const Card = memo(function Card({video}: {readonly video: CardVideo}) {
  const {quality, duration, date} = textsOf(video);
  return (
    <div className="card" role="listitem">
      <span className="thumbnail">
        <img src={video.coverUrl} alt="" loading="lazy" decoding="async" />
        <span className="chips">
          <span className="chip">{quality}</span>
          <time className="chip" dateTime={`PT${video.durationSeconds}S`}>
            {duration}
          </time>
        </span>
      </span>
      <span className="body">
        <button className="link" type="button">
          <span className="title">{video.title}</span>
        </button>
        <span className="meta">{date}</span>
      </span>
    </div>
  );
});
