// Calls to the internal form API. Every refusal becomes a Refusal with a Vietnamese message.

const OFFLINE = 'Không kết nối được với máy chủ. Kiểm tra mạng rồi thử lại.';
const BY_STATUS = {
  401: 'Phiên làm việc đã hết. Hãy đăng nhập lại ở một thẻ khác rồi thử lại; nội dung đang nhập vẫn còn trên màn hình.',
  403: 'Bạn không được phép thực hiện việc này.',
  404: 'Không tìm thấy việc này. Có thể việc đã được xử lý xong.',
  409: 'Việc này vừa thay đổi. Hãy mở lại để xem tình trạng mới.',
  413: 'Tệp quá lớn.',
};

/** A request the server (or the network) did not grant. */
export class Refusal extends Error {
  /** @param {number} status HTTP status, 0 when the server was not reached */
  constructor(status, problem) {
    super(problem?.detail || BY_STATUS[status] || (status ? 'Máy chủ chưa xử lý được yêu cầu. Hãy thử lại sau ít phút.' : OFFLINE));
    this.status = status;
    this.errors = problem?.errors ?? [];
  }
}

function csrfHeader() {
  const cookie = document.cookie.split('; ').find((entry) => entry.startsWith('GU-XSRF='));
  return cookie ? {'X-GU-XSRF': decodeURIComponent(cookie.slice('GU-XSRF='.length))} : {};
}

/** The body as JSON, or null: a proxy's error page is not JSON. */
function parsed(text) {
  try {
    return text ? JSON.parse(text) : null;
  } catch (notJson) {
    return null;
  }
}

/**
 * Sends JSON (or a FormData as it is) and gives the JSON answer.
 * @param {{signal?: AbortSignal, keepalive?: boolean}} [options] keepalive: the request outlives the page
 */
export async function send(method, url, body, options = {}) {
  const json = body !== undefined && !(body instanceof FormData);
  let reply;
  try {
    reply = await fetch(url, {
      method,
      credentials: 'same-origin',
      headers: {Accept: 'application/json, application/problem+json', ...(method === 'GET' ? {} : csrfHeader()),
        ...(json ? {'Content-Type': 'application/json'} : {})},
      body: json ? JSON.stringify(body) : body,
      ...options,
    });
  } catch (failure) {
    throw failure.name === 'AbortError' ? failure : new Refusal(0);
  }
  const answer = parsed(await reply.text());
  if (!reply.ok || reply.redirected) {
    throw new Refusal(reply.redirected ? 401 : reply.status, answer);
  }
  return answer;
}

/** Asks for a file and hands it to the official as a download. */
export async function download(method, url, body, name) {
  let reply;
  try {
    reply = await fetch(url, {method, credentials: 'same-origin', headers: csrfHeader(), body});
  } catch (failure) {
    throw new Refusal(0);
  }
  if (!reply.ok || reply.redirected) {
    throw new Refusal(reply.redirected ? 401 : reply.status, parsed(await reply.text()));
  }
  const address = URL.createObjectURL(await reply.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/**
 * POST that waits for the answer. Only for the moment of completing: the SDK asks in its 'submit' event whether to go
 * on and reads the answer when the event returns, so there is no place for a promise.
 * @param {number} granted the status of a granted request: 200 with an answer, 204 without
 */
export function postAndWait(url, body, granted = 200) {
  const request = new XMLHttpRequest();
  request.open('POST', url, false);
  request.setRequestHeader('Accept', 'application/json, application/problem+json');
  request.setRequestHeader('Content-Type', 'application/json');
  Object.entries(csrfHeader()).forEach(([name, value]) => request.setRequestHeader(name, value));
  try {
    request.send(JSON.stringify(body));
  } catch (failure) {
    throw new Refusal(0);
  }
  const answer = parsed(request.responseText);
  if (request.status !== granted || (granted === 200 && answer === null)) {
    throw new Refusal(request.status === 200 ? 401 : request.status, answer);
  }
  return answer;
}

/** Uploads one file. fetch cannot report progress of an upload, XMLHttpRequest can. */
export function upload(file, onProgress) {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    const body = new FormData();
    body.append('file', file, file.name.normalize('NFC'));
    request.open('POST', '/api/forms/files');
    request.setRequestHeader('Accept', 'application/json, application/problem+json');
    Object.entries(csrfHeader()).forEach(([name, value]) => request.setRequestHeader(name, value));
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
    request.onerror = () => failed(new Refusal(0));
    request.onload = () => {
      const answer = parsed(request.responseText);
      if (request.status === 201 && answer) {
        done(answer);
      } else {
        failed(new Refusal(request.status, answer));
      }
    };
    request.send(body);
  });
}

export const fileAddress = (id) => `/api/v1/attachments/${encodeURIComponent(id)}/content`;
