/** After a move: whoever listens hears the new page's name first, and whoever looks starts at its top. */
export function enterPage(): void {
  document.querySelector<HTMLElement>('#app h1')?.focus({ preventScroll: true });
  scrollTo(0, 0);
}
