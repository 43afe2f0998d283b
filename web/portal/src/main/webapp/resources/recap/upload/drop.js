// Files dropped anywhere on the page: whoever misses the box means it all the same.
export function takeDropped(place, add) {
  document.addEventListener('dragover', (event) => {
    place.classList.toggle('over', event.dataTransfer.types.includes('Files'));
  });
  ['dragleave', 'drop'].forEach((name) => {
    document.addEventListener(name, (event) => {
      if (name === 'drop' || !event.relatedTarget) {
        place.classList.remove('over');
      }
    });
  });
  document.addEventListener('drop', (event) => add(event.dataTransfer.files));
}
