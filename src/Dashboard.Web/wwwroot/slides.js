// Turns the slides of a presentation: arrow keys, Page Up and Down, space (back with Shift), Home and End; F for the whole screen.
const slides = [...document.querySelectorAll('.slide')];
// What a slide shows is as large as the window holds, and no larger than leaves its plots the room to be read; a small window scrolls instead.
const leastPlot = 260;
const fit = slide => {
  const shown = slide.querySelector('.shown'), body = shown.firstElementChild;
  const fits = zoom => {
    body.style.zoom = zoom;
    return slide.offsetHeight <= innerHeight + 1
      && [...body.querySelectorAll('.axis > .strip')].every(plot => plot.getBoundingClientRect().width >= leastPlot)
      && [shown, body, ...body.querySelectorAll('.scroll, .heat-scroll')].every(part => part.scrollWidth <= part.clientWidth + 1);
  };
  let [low, high] = [.7, 2];
  while (innerWidth >= 1000 && high - low > .02) {
    const middle = (low + high) / 2;
    [low, high] = fits(middle) ? [middle, high] : [low, middle];
  }
  body.style.zoom = innerWidth >= 1000 ? low : 1;
  waiting.delete(slide);
};
// The slide that is seen at once, the others while nothing else is to be done, and whichever is turned to before.
const waiting = new Set();
let idle;
const fitAll = () => {
  cancelIdleCallback(idle);
  for (const slide of slides) {
    slide.querySelector('.shown').firstElementChild.style.zoom = '';
    waiting.add(slide);
  }
  fit(here());
  const next = () => {
    const [slide] = waiting;
    if (!slide)
      return;
    fit(slide);
    later();
  };
  // A window that is never idle is not waited for.
  const later = () => idle = requestIdleCallback(next, { timeout: 500 });
  later();
};
const away = slide => Math.abs(slide.getBoundingClientRect().top);
const here = () => slides.reduce((near, slide) => away(slide) < away(near) ? slide : near);
fitAll();
addEventListener('resize', fitAll);
const show = at => {
  const slide = slides[Math.min(Math.max(at, 0), slides.length - 1)];
  if (waiting.has(slide))
    fit(slide);
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
  show(slides.indexOf(slide) + (event.key === ' ' && event.shiftKey ? -1 : steps[event.key]));
});
for (const way of document.querySelectorAll('[data-full-screen]')) {
  way.hidden = !document.fullscreenEnabled;
  way.addEventListener('click', fill);
}
