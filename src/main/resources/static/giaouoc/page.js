// What pages beside Tasklist have in common: a form that saves over the REST API.

import {button, h} from './dom.js';

/**
 * A form that sends what its group says; refusals are shown at their fields.
 * @param {{group, title?, label, note?, call: (value) => Promise, done: (answer) => void, path?: string}} options
 *        path: what error paths begin with ("award." where the group is sent within a larger document)
 */
export function pageForm({group, title, label, note, call, done, path = ''}) {
  const said = h('p.adm-said', {role: 'status'});
  const fault = (text) => {
    said.textContent = text;
    said.classList.add('gu-status-bad');
  };
  const save = async () => {
    group.clearErrors();
    said.textContent = '';
    said.classList.remove('gu-status-bad');
    const mistakes = group.mistakes();
    mistakes.forEach(({control, message}) => control.showError(message));
    if (mistakes.length) {
      mistakes[0].control.focus();
      return;
    }
    try {
      done(await call(group.value()));
    } catch (refusal) {
      const errors = refusal.errors ?? [];
      const places = errors.map(({field, message}) => ({control: group.at(field.startsWith(path) ? field.slice(path.length) : field), message}));
      places.forEach(({control, message}) => (control?.showError ? control.showError(message) : fault(message)));
      places.find(({control}) => control?.showError)?.control.focus();
      if (!errors.length) {
        fault(refusal.message);
      }
    }
  };
  return h('section', {}, title ? h('h2', {}, title) : null, note ? h('p.gu-note', {}, note) : null, group.node, said, button(label, save));
}
