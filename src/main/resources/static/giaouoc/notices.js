// Each person's own page: where letters go, and how this person wants to be told of what.

import {button, h} from './dom.js';
import {send} from './server.js';

const API = '/api/notices/settings';
const panel = document.getElementById('settings');

const error = (field) => h('p.gu-error', {'data-error': field, role: 'alert', hidden: true});

/** One kind of notices as a group of radio buttons. */
function kindPart({code, name, chosen, choices}) {
  const radios = choices.map((choice) => ({code: choice.code,
    control: h('input', {type: 'radio', name: code, value: choice.code, checked: choice.code === chosen}), name: choice.name}));
  return {code, node: h('fieldset.adm-field', {}, h('legend', {}, name),
    h('div.adm-checks', {}, radios.map(({control, name: label}) => h('label', {}, control, ' ', label))), error(`choices.${code}`)),
  value: () => radios.find(({control}) => control.checked)?.code ?? null};
}

function draw({email, kinds}) {
  const address = h('input.gu-input', {type: 'email', id: 'email', value: email, autocomplete: 'email'});
  const parts = kinds.map(kindPart);
  const said = h('p.adm-said', {role: 'status'});
  panel.replaceChildren(h('div.adm-field', {}, h('label', {for: 'email'}, 'Địa chỉ thư điện tử'), address, error('email'),
    h('p.gu-note', {}, 'Để trống thì không nhận thư nào.')), ...parts.map((part) => part.node), said,
  button('Lưu', () => save({email: address.value.trim(), choices: Object.fromEntries(parts.map((part) => [part.code, part.value()]))}, said)));
}

async function save(settings, said) {
  panel.querySelectorAll('[data-error]').forEach((node) => {
    node.hidden = true;
  });
  said.textContent = 'Đang lưu…';
  try {
    await send('PUT', API, settings);
    said.textContent = 'Đã lưu.';
  } catch (refusal) {
    said.textContent = refusal.message;
    refusal.errors.forEach(({field, message}) => {
      const place = panel.querySelector(`[data-error="${CSS.escape(field)}"]`);
      if (place) {
        place.textContent = message;
        place.hidden = false;
      }
    });
  }
}

send('GET', API).then(draw, (refusal) => panel.replaceChildren(h('p.gu-error', {role: 'alert'}, refusal.message)));
