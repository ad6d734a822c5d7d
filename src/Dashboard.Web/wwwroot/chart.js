// Offers each chart as a picture: the drawing of the server, painted at twice its size. Where there is none its address says why.
for (const way of document.querySelectorAll('a[data-png]')) {
  way.hidden = false;
  way.addEventListener('click', async event => {
    event.preventDefault();
    const drawing = new Image();
    drawing.src = way.href;
    try {
      await drawing.decode();
    } catch {
      location.assign(way.href);
      return;
    }
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [drawing.naturalWidth * 2, drawing.naturalHeight * 2];
    canvas.getContext('2d').drawImage(drawing, 0, 0, canvas.width, canvas.height);
    canvas.toBlob(picture => {
      const file = document.createElement('a');
      file.href = URL.createObjectURL(picture);
      file.download = way.dataset.png;
      file.click();
      URL.revokeObjectURL(file.href);
    });
  });
}
