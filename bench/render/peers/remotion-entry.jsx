// The film of order.json as a Remotion composition: pictures in motion, cross-fades, captions word by word, voice and ducked music.
import { linearTiming, TransitionSeries } from '@remotion/transitions';
import { fade } from '@remotion/transitions/fade';
import { Fragment } from 'react';
import { AbsoluteFill, Audio, Composition, Img, interpolate, registerRoot, Sequence, staticFile, useCurrentFrame } from 'remotion';

function Scene({ picture, isBack, frames }) {
  const share = useCurrentFrame() / frames;
  const scale = interpolate(share, [0, 1], isBack ? [1.12, 1] : [1, 1.12]);
  return (
    <AbsoluteFill>
      <Img src={staticFile(picture)} style={{ width: '100%', height: '100%', objectFit: 'cover', transform: `scale(${scale})` }} />
    </AbsoluteFill>
  );
}

function Caption({ words, frames }) {
  const said = Math.floor((useCurrentFrame() / frames) * words.length);
  const look = { padding: '12px 24px', background: 'rgba(0,0,0,.7)', fontSize: 54, fontFamily: 'sans-serif', fontWeight: 700 };
  return (
    <AbsoluteFill style={{ justifyContent: 'flex-end', alignItems: 'center', paddingBottom: 90 }}>
      <div style={look}>
        {words.map((word, index) => (
          <span key={word} style={{ color: index === said ? '#ffd23f' : '#fff' }}>{`${word} `}</span>
        ))}
      </div>
    </AbsoluteFill>
  );
}

function Film({ pictures, voice, music, seconds, fps, passage, words }) {
  const each = Math.round((seconds / pictures.length) * fps);
  const over = Math.round(Math.min(passage, seconds / pictures.length / 4) * fps);
  return (
    <AbsoluteFill style={{ background: '#000' }}>
      <TransitionSeries>
        {pictures.map((picture, index) => {
          const frames = each + (index < pictures.length - 1 ? over : 0);
          return (
            <Fragment key={picture}>
              <TransitionSeries.Sequence durationInFrames={frames}>
                <Scene picture={picture} isBack={index % 2 === 1} frames={frames} />
              </TransitionSeries.Sequence>
              {index < pictures.length - 1 && (
                <TransitionSeries.Transition presentation={fade()} timing={linearTiming({ durationInFrames: over })} />
              )}
            </Fragment>
          );
        })}
      </TransitionSeries>
      {pictures.map((picture, index) => (
        <Sequence key={picture} from={index * each} durationInFrames={each}>
          <Caption words={words.split(' ')} frames={each} />
          <Audio src={staticFile(voice)} />
        </Sequence>
      ))}
      <Audio src={staticFile(music)} volume={0.2} />
    </AbsoluteFill>
  );
}

const ORDER = { pictures: [], voice: '', music: '', seconds: 1, fps: 30, width: 1920, height: 1080, passage: 0.5, words: '' };

registerRoot(() => (
  <Composition
    id="film"
    component={Film}
    defaultProps={ORDER}
    calculateMetadata={({ props }) => ({
      durationInFrames: Math.round(props.seconds * props.fps),
      fps: props.fps,
      width: props.width,
      height: props.height,
    })}
  />
));
