// SPDX-License-Identifier: Apache-2.0
import {h, t, tell} from './dom.js';
import {addPhoto, photo} from './store.js';

/** Longest side in pixels: a page of print can be read, and fifty of them fit on a phone. */
const LONGEST = 2000;
const QUALITY = 0.8;

/** Photographs of one material, kept on the device as they are taken. */
class MobilePhotos extends HTMLElement {
  connectedCallback() {
    this.ids = this.dataset.ids ? this.dataset.ids.split(' ') : [];
    this.shown = h('div', {class: 'photos'});
    this.fault = h('p', {class: 'fault', role: 'alert'});
    const input = h('input', {type: 'file', accept: 'image/*', capture: 'environment', multiple: true,
      'aria-label': t('photo.of', this.dataset.name), onchange: () => this.take(input)});
    this.replaceChildren(this.shown, h('label', {class: 'photo'}, t('photo.take'), input), this.fault);
    this.ids.forEach(id => this.show(id));
  }

  async take(input) {
    this.fault.textContent = '';
    for (const file of [...input.files]) {
      try {
        const id = crypto.randomUUID();
        await addPhoto({id, name: `${this.dataset.name}.jpg`, blob: await smaller(file)});
        this.ids.push(id);
        await this.show(id);
        tell(this, 'pictured');
      } catch {
        this.fault.textContent = t('photo.notkept');
      }
    }
    input.value = '';
  }

  async show(id) {
    const kept = await photo(id);
    if (!kept) {
      return;
    }
    const address = URL.createObjectURL(kept.blob);
    const image = h('img', {src: address, alt: kept.name, onload: () => URL.revokeObjectURL(address)});
    const one = h('figure', {}, image, h('button', {type: 'button', 'aria-label': t('photo.remove', kept.name), onclick: () => {
      this.ids = this.ids.filter(other => other !== id);
      one.remove();
      tell(this, 'pictured');
    }}, '✕'));
    this.shown.append(one);
  }
}

/** The picture as JPEG, no larger than needed, and without where and by what it was taken. */
async function smaller(file) {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
  const canvas = h('canvas', {width: Math.round(picture.width * scale), height: Math.round(picture.height * scale)});
  canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return new Promise((done, failed) => {
    canvas.toBlob(blob => (blob ? done(blob) : failed(new Error('no picture'))), 'image/jpeg', QUALITY);
  });
}

customElements.define('mobile-photos', MobilePhotos);
