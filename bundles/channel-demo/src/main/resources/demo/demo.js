// SPDX-License-Identifier: Apache-2.0
const $ = (id) => document.getElementById(id);
let channel = 'wechat';
let last = '';

const element = (name, text, className) => {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return made;
};

const card = (message) => {
  const article = element('article', undefined, message.title === '我' ? 'mine' : '');
  article.append(element('h3', `${message.title} · ${message.to}`));
  const fields = Object.entries(message.fields);
  if (fields.length) {
    const list = element('dl');
    fields.forEach(([name, value]) => list.append(element('dt', name), element('dd', value)));
    article.append(list);
  }
  if (message.text) article.append(element('p', message.text));
  const time = element('time', new Date(message.at).toLocaleTimeString('zh-CN'));
  time.dateTime = message.at;
  article.append(time);
  return article;
};

const show = async () => {
  const answer = await fetch('messages');
  const text = await answer.text();
  if (text + channel === last) return;
  last = text + channel;
  const mine = JSON.parse(text).filter((message) => message.channel === channel).reverse();
  $('messages').replaceChildren(...(mine.length ? mine.map(card) : [element('p', '还没有消息', 'none')]));
  $('messages').scrollTop = $('messages').scrollHeight;
};

const post = async (path, body) => {
  const answer = await fetch(path, {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body),
  });
  const text = await answer.text();
  const said = text.startsWith('{') ? JSON.parse(text) : {};
  const trouble = said.errmsg || said.err_msg || (said.status >= 400 ? `平台回答 ${said.status}` : '');
  $('status').textContent = !answer.ok ? text : trouble || '完成';
  await show();
};

const on = (id, work) => $(id).addEventListener('submit', (event) => {
  event.preventDefault();
  work();
});

on('who', () => {});
on('say', () => post('wechat/say', { openid: $('openid').value, text: $('words').value }).then(() => { $('words').value = ''; }));
const agree = (refuse) => post(`${channel === 'douyin' ? 'douyin' : 'wechat'}/agree`,
  { openid: $('openid').value, template: $('template').value, refuse });
on('agree', () => agree(false));
$('refuse').addEventListener('click', () => agree(true));
const value = (id) => $(id).value;
on('order', () => post('centre/order',
  { kind: value('order-kind'), text: value('order-text'), name: value('order-name'), phone: value('order-phone') }));
on('apply', () => post('province/apply',
  { taskCode: value('apply-task'), name: value('apply-name'), idNumber: value('apply-id'), phone: value('apply-phone') }));
on('books', () => post('province/reconcile', {}));
$('lose').addEventListener('click', () => post('province/lose', {}));
on('hook', () => post('webhook/subscribe', {}));
$('replay').addEventListener('click', () => post('webhook/replay', {}));
on('faults', () => post('faults', { channel, kind: $('kind').value, count: Number($('count').value) }));

document.querySelectorAll('nav button').forEach((button) => button.addEventListener('click', () => {
  channel = button.dataset.channel;
  document.querySelectorAll('nav button').forEach((one) => one.setAttribute('aria-pressed', String(one === button)));
  forms();
  show();
}));

const SHOWN = { say: ['wechat'], who: ['wechat', 'douyin'], agree: ['wechat', 'douyin'], order: ['hotline'],
  apply: ['province'], books: ['province'], hook: ['webhook'] };
const forms = () => Object.entries(SHOWN).forEach(([id, channels]) => { $(id).hidden = !channels.includes(channel); });

show();
setInterval(() => show().catch(() => { $('status').textContent = '连不上平台'; }), 2000);
