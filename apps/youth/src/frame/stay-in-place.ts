import type { AnyRouter } from '@tanstack/react-router';

/**
 * A page that is asked for again stays where it was scrolled to: the router would go to its top, away from what was
 * just answered. Answers the way to end it.
 */
export function stayInPlace(router: AnyRouter): () => void {
  let top = 0;
  const before = router.subscribe('onBeforeLoad', () => {
    top = scrollY;
  });
  const after = router.subscribe('onRendered', ({ fromLocation, toLocation }) => {
    if (fromLocation?.pathname === toLocation.pathname) scrollTo(0, top);
  });
  return () => {
    before();
    after();
  };
}
