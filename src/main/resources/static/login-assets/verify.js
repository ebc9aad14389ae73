// Names the chosen file, which the hidden control of the browser would do in its own language.
const file = document.getElementById('file');
const picked = document.getElementById('picked');
const tell = () => { picked.textContent = file.files.length ? file.files[0].name : 'Chưa chọn tệp'; };
file.addEventListener('change', tell);
tell();
