// Tells what this account left unsent in this browser, and of no other account, with the way to the page that sends it. Names are read, and never
// what is kept under them: kind/account/number/....
{
  const { account } = document.querySelector('form[data-account]').dataset;
  const place = document.getElementById('unsent'), names = JSON.parse(place.dataset.names);

  const draw = () => {
    const counts = new Map();
    for (const [kind, whose, number] of Object.keys(localStorage).map(name => name.split('/')))
      if (whose === account) {
        const thing = `${kind === 'opinion' ? 'opinion' : 'sheet'}/${number}`;
        counts.set(thing, (counts.get(thing) ?? 0) + 1);
      }
    place.hidden = counts.size === 0;
    place.querySelector('h2').textContent = place.dataset.title.replace('{0}', [...counts.values()].reduce((sum, count) => sum + count, 0));
    place.querySelector('ul').replaceChildren(...[...counts].map(([thing, count]) => {
      const [kind, number] = thing.split('/'), template = place.querySelector(`template[data-kind=${kind}]`);
      const item = template.content.firstElementChild.cloneNode(true), way = item.querySelector('a');
      way.href += number;
      // A sheet that the page names is called so; others by their number.
      way.textContent = kind === 'sheet' && names[thing] ? names[thing] : template.dataset.name.replace('{0}', names[thing] ?? number);
      item.querySelector('span').textContent = count;
      return item;
    }));
  };

  draw();
  // Sent, or left, by another window meanwhile; and the page as the browser kept it.
  addEventListener('storage', draw);
  addEventListener('pageshow', draw);
}
