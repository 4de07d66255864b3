import { Button, useAnnounce, useWords } from '@accord/ui';
import { useNavigate } from '@tanstack/react-router';
import { SCENES } from './scenes.ts';
import { setScene, useScene } from './tour.ts';
import css from './Tour.module.css';

/**
 * A slim line above the page's title while the tour is on: a step back from where the focus lands. It covers nothing
 * and holds nobody.
 */
export function TourStrip() {
  const t = useWords('demo');
  const announce = useAnnounce();
  const navigate = useNavigate();
  const number = useScene();
  const scene = number === null ? undefined : SCENES[number - 1];
  if (number === null || !scene) return null;
  const next = SCENES[number];
  const leave = () => {
    setScene(null);
    announce(t('tour.left'));
    // The button that had the focus is gone.
    document.querySelector<HTMLElement>('main h1')?.focus();
  };
  return (
    <section className={css.strip} aria-label={t('tour.label')}>
      <p>
        {t('tour.at', { scene: number, count: SCENES.length, title: t(`tour.scenes.${scene.key}.title`) })}
        <span className={css.text}>{t(`tour.scenes.${scene.key}.text`)}</span>
      </p>
      <div className={css.moves}>
        {next ? (
          <Button
            small
            onClick={() => void navigate({ to: '/demo/enter', search: { as: next.as, scene: number + 1 } })}
          >
            {t('tour.next', { title: t(`tour.scenes.${next.key}.title`) })}
          </Button>
        ) : null}
        <Button kind="quiet" small onClick={leave}>
          {t('tour.leave')}
        </Button>
      </div>
    </section>
  );
}
