// The frame around every embedded form of Giao Ước: loads the task's view and the stored draft, saves drafts while the
// official works, and has the server check everything before Tasklist completes the task.
//
// How completing works. Tasklist's Complete (or Start) makes the SDK fire 'submit' and, unless camForm.submitPrevented
// is set afterwards, send the form's variables. The form data never travel that way: "validate" stores them as a draft
// that is ready, and the completion, which carries no variables at all, takes the ready draft. The SDK resets
// submitPrevented before each attempt, so after corrections Complete works again.

import {button, h} from './dom.js';
import {Group} from './controls.js';
import {pages} from './pages.js';
import {Reasons, deputyActs, timeline} from './parts.js';
import {postAndWait, send} from './server.js';
import {still, whenStill} from './still.js';
import {showMoment, showTime} from './text.js';

const SAVE_AFTER_MS = 1500;
/** The form that was opened last at each address: Tasklist may open a task's form anew while its official types. */
const opened = new Map();
/** A warning without a reason comes back as an error at the field reasons.<code of the check>. */
const REASON = 'reasons.';

class TaskForm {
  /** @param camForm CamundaForm of the SDK: taskId for a task, processDefinitionId for a start form */
  constructor(camForm) {
    this.camForm = camForm;
    this.root = camForm.formElement[0];
    this.address = camForm.taskId
      ? `/api/forms/tasks/${encodeURIComponent(camForm.taskId)}`
      : `/api/forms/start/${encodeURIComponent(String(camForm.processDefinitionId).split(':')[0])}`;
    this.editable = false;
    this.finished = false;
    this.root.addEventListener('input', () => this.changed());
    camForm.on('submit-success', () => this.finish());
    camForm.on('submit-failed', (form, [failure]) => this.refused(failure));
    window.addEventListener('pagehide', () => this.saveWhenLeaving());
    this.watchClaim();
  }

  async load() {
    clearTimeout(this.timer);
    this.loading = true;
    const before = opened.get(this.address) ?? this;
    opened.set(this.address, this);
    before.settled();
    const disabled = this.disabled();
    try {
      const answer = await send('GET', this.address);
      await still();
      this.loading = false;
      this.show(answer, before.unknown());
      if (this.disabled() !== disabled) {
        await this.load(); // taken or given back while the answer was on its way
      }
    } catch (failure) {
      this.loading = false;
      this.editable = false;
      this.root.replaceChildren(h('div.gu-banner.gu-banner-bad', {role: 'alert'}, h('p', {}, failure.message),
        button('Thử lại', () => this.load(), 'gu-button gu-small')));
      if (!failure.status) {
        console.error(failure);
      }
    }
  }

  /** Before the server is asked: what it has already need not be kept. */
  settled() {
    this.touched = this.touched && (this.dirty || Boolean(this.saving));
  }

  /** What was typed here and the answer that was asked for cannot know; without passwords. */
  unknown() {
    return this.touched && this.editable && !this.finished ? this.values() : null;
  }

  /** @param typed values that are newer than the answer's, or null */
  show(answer, typed) {
    this.task = answer.task ?? null;
    this.editable = !this.task || (this.task.mine === true && this.task.canComplete !== false);
    const page = pages[this.root.dataset.form]({...answer, view: answer.view ?? {}});
    this.page = page;
    this.reasons = new Reasons();
    this.data = new Group(null, [...page.group.controls, this.reasons], page.group.node);
    this.data.write(answer.draft?.data ?? {...page.start, ...answer.initial});
    this.dirty = false;
    this.summary = h('div.gu-banner.gu-banner-bad.gu-summary', {role: 'alert', tabindex: '-1', hidden: true});
    this.status = h('span.gu-status', {role: 'status'}, answer.draft ? 'Đang dùng bản nháp đã lưu.' : '');
    this.root.replaceChildren(
      ...[this.hint(), this.acting(), returned(answer.returnReason), this.summary, heading(answer), page.free,
        h('fieldset.gu-fieldset', {disabled: !this.editable}, page.body, this.reasons.node),
        page.after, timeline(answer.steps), deputyActs(answer.deputyActs), this.editable ? this.buttons() : null].filter(Boolean));
    this.sayTitleOnce();
    if (typed && this.editable) {
      this.data.write(typed);
      this.changed();
    }
  }

  /** Tasklist shows the task's name above the form; what is called the same within does not say it again. */
  sayTitleOnce() {
    this.root.querySelectorAll('h4').forEach((title) => title.classList.toggle('gu-hidden', title.textContent === this.root.getAttribute('aria-label')));
  }

  /** Why the form cannot be edited, if so. */
  hint() {
    if (this.editable) {
      return null;
    }
    const text = this.task.refusal ? this.task.refusal
      : this.task.mine ? 'Bạn không còn thẩm quyền xử lý việc này; biểu mẫu chỉ để xem.'
      : this.task.assignee ? `Việc này đang do “${this.task.assignee}” xử lý; biểu mẫu chỉ để xem.`
        : 'Bấm «Nhận việc» để xử lý. Trước đó biểu mẫu chỉ để xem.';
    return h('div.gu-banner.gu-banner-info', {role: 'note'}, text);
  }

  /** In whose place the official is about to act. */
  acting() {
    return this.task?.acting && !this.task.refusal
      ? h('div.gu-banner.gu-banner-info', {role: 'note'}, `Bạn làm việc này thay người vắng mặt; hồ sơ ghi: “${this.task.acting}”.`) : null;
  }

  buttons() {
    return h('div.gu-savebar', {}, this.status,
      this.page.check ? button('Kiểm tra', () => this.check()) : null,
      button('Lưu nháp', () => this.save()));
  }

  /** The form's JSON, without what is never stored (passwords). Reasons for warnings travel only where the form has them or some were given. */
  values() {
    const values = {...this.data.value(), ...this.page.fixed};
    this.page.secrets?.forEach((name) => delete values[name]);
    if (this.page.reasons !== 'always' && Object.keys(values.reasons).length === 0) {
      delete values.reasons;
    }
    return values;
  }

  // -------------------------------------------------------------- drafts

  changed() {
    if (!this.editable || this.finished) {
      return;
    }
    this.dirty = true;
    this.touched = true;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), SAVE_AFTER_MS);
  }

  async save() {
    clearTimeout(this.timer);
    if (this.saving) {
      // One save at a time, or an older state could arrive last.
      this.timer = setTimeout(() => this.save(), SAVE_AFTER_MS);
      return;
    }
    this.dirty = false;
    this.saving = new AbortController();
    this.tell('Đang lưu nháp…');
    try {
      const {savedAt} = await send('PUT', `${this.address}/draft`, {data: this.values()}, {signal: this.saving.signal});
      this.tell(`Đã lưu nháp lúc ${showTime(savedAt)}`);
    } catch (failure) {
      if (failure.name !== 'AbortError') {
        this.dirty = true;
        this.tell(`Chưa lưu được nháp: ${failure.message}`, true);
      }
    } finally {
      this.saving = null;
    }
  }

  /** The page is being closed or left: the last words still reach the server. */
  saveWhenLeaving() {
    if (this.dirty && this.editable && !this.finished) {
      this.dirty = false;
      send('PUT', `${this.address}/draft`, {data: this.values()}, {keepalive: true})
        .catch((failure) => console.warn(failure.message));
    }
  }

  stopSaving() {
    clearTimeout(this.timer);
    this.saving?.abort();
  }

  finish() {
    this.finished = true;
    opened.delete(this.address);
    this.stopSaving();
  }

  tell(text, bad = false) {
    whenStill(() => {
      this.status.textContent = text;
      this.status.classList.toggle('gu-status-bad', bad);
    });
  }

  // -------------------------------------------------------------- checking and completing

  /** Asks the server without completing. */
  async check() {
    if (!this.mayAsk()) {
      return;
    }
    this.stopSaving();
    try {
      const {findings} = await send('POST', `${this.address}/validate`, {data: this.values()});
      await still();
      this.reasons.showFindings(findings ?? []);
      this.tell(findings?.length ? 'Đã kiểm tra: xem kết quả phía trên.' : 'Đã kiểm tra: không có lỗi.');
    } catch (failure) {
      await still();
      this.explain(failure);
    }
  }

  /** Called by the SDK's 'submit' event. @returns {boolean} whether Tasklist may go on */
  submit() {
    try {
      if (!this.editable || !this.mayAsk()) {
        return false;
      }
      this.stopSaving();
      this.page.before?.();
      postAndWait(`${this.address}/validate`, {data: this.values()});
      this.dirty = false;
      return true;
    } catch (failure) {
      this.explain(failure);
      return false;
    }
  }

  /** What the browser can see itself is said without asking the server. */
  mayAsk() {
    this.clearErrors();
    const mistakes = this.data.mistakes();
    if (mistakes.length > 0) {
      this.showErrors(mistakes);
    }
    return mistakes.length === 0;
  }

  explain(failure) {
    if (failure.status === undefined) {
      // A mistake of ours, not a refusal: the console gets it, the official a sentence.
      console.error(failure);
    }
    const warnings = (failure.errors ?? []).filter(({field}) => field?.startsWith(REASON));
    if (warnings.length > 0) {
      this.reasons.showFindings(warnings.map(({field, message}) => ({kind: 'WARN', code: field.slice(REASON.length), message})));
    }
    this.showErrors((failure.errors ?? []).map(({field, message}) => ({control: this.controlOf(field),
      message: field?.startsWith(REASON) ? 'Sửa nội dung, hoặc ghi lý do vẫn tiếp tục.' : message, listed: message})),
    failure.status === 422 ? null : failure.status === undefined ? 'Biểu mẫu gặp lỗi. Hãy tải lại trang; bản nháp vẫn còn.' : failure.message);
  }

  controlOf(field) {
    return (field ? this.data.at(String(field).replace(/^data\./, '')) : null)?.shownAt ?? null;
  }

  /**
   * Errors at their fields, a list of them on top that names each field and its row, the first field in focus.
   * @param found control: where, or null; message: at the field; listed: in the list, where that says more
   */
  showErrors(found, general) {
    const errors = inOrderOfPage(found);
    errors.forEach(({control, message}) => control?.showError(message));
    const count = errors.length;
    this.summary.replaceChildren(
      h('strong', {}, general ?? (count ? `Chưa gửi được: còn ${count} chỗ cần sửa.` : 'Chưa gửi được.')),
      count ? h('ul', {}, errors.map(({control, message, listed = message}) => h('li', {}, control
        ? button(`${control.fullName}: ${listed}`, () => control.focus(), 'gu-link') : listed))) : '');
    this.summary.hidden = false;
    const first = errors.find(({control}) => control)?.control;
    if (first) {
      first.focus();
    } else {
      this.summary.scrollIntoView({block: 'center'});
      this.summary.focus({preventScroll: true});
    }
  }

  clearErrors() {
    this.data.clearErrors();
    this.summary.hidden = true;
  }

  /**
   * The engine refused the completion after a good check (somebody was quicker, the draft changed). Its message has a
   * technical English part; only a Vietnamese sentence in it is passed on.
   */
  refused(failure) {
    const message = failure?.message ?? '';
    if (!this.summary || message.includes('submission prevented')) {
      return;
    }
    const sentence = message.split(/: /).filter((part) => /[\u00C0-\u1EF9]/.test(part)).join(': ');
    this.showErrors([], `Hệ thống chưa ghi nhận được. ${sentence || 'Hãy thử lại; nếu vẫn không được, mở lại việc này.'}`);
  }

  // -------------------------------------------------------------- claiming

  /**
   * Tasklist does not load the form again when the task is claimed or given back; it only sets or removes the class
   * "disabled-form" around it. That is the sign to load again, because what may be edited has changed.
   */
  watchClaim() {
    this.around = this.root.closest('[ng-class*="disabled-form"]');
    if (!this.around || !this.camForm.taskId) {
      return;
    }
    let disabled = this.disabled();
    new MutationObserver(() => {
      const before = disabled; // Angular changes other classes too
      disabled = this.disabled();
      if (disabled !== before && !this.loading && this.task && this.root.isConnected && this.task.mine === disabled) {
        this.load();
      }
    }).observe(this.around, {attributes: true, attributeFilter: ['class']});
  }

  disabled() {
    return this.around?.classList.contains('disabled-form') ?? false;
  }
}

/** Top to bottom, as the official reads; what belongs to no field comes last. */
function inOrderOfPage(errors) {
  const isBefore = (one, other) => one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING;
  return [...errors].sort(({control: one}, {control: other}) =>
    (one && other ? (one === other ? 0 : isBefore(one.node, other.node) ? -1 : 1) : (one ? -1 : other ? 1 : 0)));
}

function returned(reason) {
  return reason ? h('div.gu-banner.gu-banner-warn', {role: 'note'}, h('strong', {}, 'Bị trả lại. Lý do:'),
    String(reason).split('\n').map((line) => h('p', {}, line))) : null;
}

function heading({task, caseCode, next}) {
  const chips = [caseCode ? h('span.gu-chip', {}, 'Mã hồ sơ ', h('strong', {}, caseCode)) : null,
    task?.dueAt ? h('span.gu-chip', {}, 'Hạn ', h('strong', {}, showMoment(task.dueAt))) : null].filter(Boolean);
  return h('div.gu-heading', {}, chips, next ? h('p.gu-next', {}, h('strong', {}, 'Bước tiếp theo: '), next) : null);
}

/** Loads the style sheet once; it lies beside this script. */
function loadStyles() {
  const address = new URL('gu.css', import.meta.url).href;
  if (!document.querySelector(`link[href="${address}"]`)) {
    document.head.append(h('link', {rel: 'stylesheet', href: address}));
  }
}

/** Entry point, called by the script in each form. */
window.giaoUocOpen = function open(camForm) {
  loadStyles();
  camForm.giaoUoc = new TaskForm(camForm);
  camForm.giaoUoc.load();
};
