// Cockpit lists cases by their codes. This tab beside that list names them: the bloc and its year, the campaign.

const ENGINE = '/camunda/api/engine/engine/default';
const NAME = 'campaignTitle';
const ROWS = 50;

async function read(path, parameters) {
  const answer = await fetch(`${ENGINE}/${path}?${new URLSearchParams(parameters)}`, {credentials: 'same-origin', headers: {Accept: 'application/json'}});
  if (!answer.ok) {
    throw new Error(`Không đọc được danh sách hồ sơ (mã lỗi ${answer.status}).`);
  }
  return answer.json();
}

/** A page of the cases whose name contains the words, with their names. */
async function cases(definition, words, first) {
  const wanted = {processDefinitionId: definition, ...(words ? {variables: `${NAME}_like_%${words.replace(/[,\\]/g, ' ')}%`, variableValuesIgnoreCase: true} : {})};
  const [{count}, found] = await Promise.all([read('process-instance/count', wanted),
    read('process-instance', {...wanted, sortBy: 'businessKey', sortOrder: 'asc', firstResult: first, maxResults: ROWS})]);
  const names = found.length ? await read('variable-instance', {variableName: NAME, processInstanceIdIn: found.map(({id}) => id).join(','), deserializeValues: false}) : [];
  const byCase = new Map(names.map(({processInstanceId, value}) => [processInstanceId, value]));
  return {count, rows: found.map(({id, businessKey, suspended}) => ({id, code: businessKey, name: byCase.get(id) ?? '', suspended}))};
}

function element(name, properties, ...content) {
  const node = Object.assign(document.createElement(name), properties);
  node.append(...content);
  return node;
}

function row({id, code, name, suspended}) {
  return element('tr', {}, element('td', {className: 'text-nowrap'}, element('a', {href: `#/process-instance/${id}/runtime`}, code ?? id)), element('td', {}, name),
    element('td', {className: 'text-nowrap'}, suspended ? 'Tạm dừng' : 'Đang chạy'));
}

/** The search field, the table and the way to the other pages. */
function list(container, definition) {
  const search = element('input', {type: 'search', className: 'form-control', placeholder: 'Tìm theo tên, ví dụ: tham mưu'});
  search.setAttribute('aria-label', 'Tìm theo tên');
  const body = element('tbody', {});
  const message = element('p', {});
  message.setAttribute('role', 'status');
  const before = element('button', {type: 'button', className: 'btn btn-default'}, 'Trang trước');
  const after = element('button', {type: 'button', className: 'btn btn-default'}, 'Trang sau');
  let first = 0;
  let asked = 0;
  const show = async (from) => {
    const mine = ++asked;
    first = from;
    try {
      const {count, rows} = await cases(definition, search.value.trim(), first);
      if (mine !== asked) {
        return; // something else was typed meanwhile
      }
      body.replaceChildren(...rows.map(row));
      message.textContent = count ? `Hồ sơ ${first + 1}–${first + rows.length} trong ${count}.` : 'Không có hồ sơ nào.';
      before.disabled = first === 0;
      after.disabled = first + rows.length >= count;
    } catch (failure) {
      message.textContent = failure.message;
    }
  };
  search.addEventListener('input', () => show(0));
  before.addEventListener('click', () => show(Math.max(0, first - ROWS)));
  after.addEventListener('click', () => show(first + ROWS));
  container.replaceChildren(search, element('table', {className: 'table table-striped table-hover giaouoc-case-names'},
    element('thead', {}, element('tr', {}, ...['Mã hồ sơ', 'Tên', 'Tình trạng'].map((text) => element('th', {scope: 'col'}, text)))), body), message, before, ' ', after);
  show(0);
}

export default {
  id: 'giaouoc-case-names',
  pluginPoint: 'cockpit.processDefinition.runtime.tab',
  priority: 30,
  properties: {label: 'Tên hồ sơ'},
  render(container, {processDefinitionId}) {
    list(container, processDefinitionId);
  },
};
