// Turns the slides of a presentation: arrow keys, Page Up and Down, space, Home and End; F for the whole screen.
const slides = [...document.querySelectorAll('.slide')];
// What a slide shows is as large as the window holds; a small window scrolls instead.
const fit = () => {
  for (const slide of slides) {
    const shown = slide.querySelector('.shown'), body = shown.firstElementChild;
    const fits = zoom => {
      body.style.zoom = zoom;
      return slide.offsetHeight <= innerHeight + 1 && shown.scrollWidth <= shown.clientWidth + 1
        && [...body.querySelectorAll('.scroll, .heat-scroll')].every(part => part.scrollWidth <= part.clientWidth + 1);
    };
    let [low, high] = [.7, 2];
    while (innerWidth >= 1000 && high - low > .02) {
      const middle = (low + high) / 2;
      [low, high] = fits(middle) ? [middle, high] : [low, middle];
    }
    body.style.zoom = innerWidth >= 1000 ? low : 1;
  }
};
fit();
addEventListener('resize', fit);
const away = slide => Math.abs(slide.getBoundingClientRect().top);
const here = () => slides.reduce((near, slide) => away(slide) < away(near) ? slide : near);
const show = at => {
  const slide = slides[Math.min(Math.max(at, 0), slides.length - 1)];
  slide.scrollIntoView({ behavior: 'instant' });
  slide.focus({ preventScroll: true });
  history.replaceState(null, '', '#' + slide.id);
};
const steps = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, ' ': 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1, Home: -Infinity, End: Infinity };
const fill = () => document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();
addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('button, .scroll, .heat-scroll'))
    return;
  if (event.key === 'f' || event.key === 'F')
    fill();
  const slide = here();
  // A slide that is higher than the screen is scrolled as any page is.
  const isScrolled = slide.offsetHeight > innerHeight + 1 && !event.key.endsWith('Right') && !event.key.endsWith('Left');
  if (!(event.key in steps) || isScrolled)
    return;
  event.preventDefault();
  show(slides.indexOf(slide) + steps[event.key]);
});
for (const way of document.querySelectorAll('[data-full-screen]')) {
  way.hidden = !document.fullscreenEnabled;
  way.addEventListener('click', fill);
}
