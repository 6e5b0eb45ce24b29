// Drives a served emulator with sfmc-sdk, as an application would drive a tenant: node drive.mjs http://127.0.0.1:8025
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import SDK from 'sfmc-sdk';
import { axiosInstance } from 'sfmc-sdk/util';

const TENANT = 'https://mcabcdefghijklmnopqrstuvwxyz.auth.marketingcloudapis.com/'; // of the one form the SDK takes
const LOGIN = { client_id: 'emulator', client_secret: 'emulator', account_id: 510000001, auth_url: TENANT };
const [ASSETS, FOLDERS] = ['/asset/v1/content/assets', '/asset/v1/content/categories'];
const [DEFINITIONS, MESSAGES] = ['/messaging/v1/email/definitions', '/messaging/v1/email/messages'];
const tag = randomUUID().slice(0, 8); // every run has names of its own
const withStatus = (status) => (error) => error.response?.status === status;

/** Send what is meant for the tenant to the emulator; its token answer then names the emulator as the REST host. */
function redirect(base) {
    axiosInstance.interceptors.request.use((config) => {
        config.baseURL = config.baseURL.replace(/^https:\/\/[^/]+\.marketingcloudapis\.com(?=\/|$)/, base);
        return config;
    });
}

/** Ask until there is an answer, and return it. */
async function eventually(ask) {
    for (let round = 0; round < 40; round++, await pause(250)) {
        const found = await ask();
        if (found) return found;
    }
    assert.fail('It did not happen within ten seconds');
}

async function token({ base }) {
    let issued = 0;
    const options = { requestAttempts: 2, eventHandlers: { onRefresh: () => issued++ } };
    const sdk = new SDK({ ...LOGIN, scope: ['email_read', 'saved_content_read'] }, options);
    const session = await sdk.auth.getAccessToken();
    assert.equal(session.token_type, 'Bearer');
    assert.equal(session.rest_instance_url, `${base}/`);
    assert.deepEqual(session.scope.split(' ').sort(), ['email_read', 'saved_content_read']);
    await assert.rejects(sdk.rest.post('/interaction/v1/events', {}), withStatus(403));
    session.access_token = 'stale';
    await sdk.rest.get(DEFINITIONS);
    assert.equal(issued, 2, 'a 401 makes the SDK fetch a new token');
    const { auth } = new SDK({ ...LOGIN, client_secret: 'wrong' });
    await assert.rejects(auth.getAccessToken(), { name: 'RestError', code: 'invalid_client' });
}

async function foldersAndAssets({ rest, loops }) {
    const { items: folders, count } = await rest.getBulk(`${FOLDERS}?scope=Ours`, 3);
    assert.equal(folders.length, count);
    assert.ok(loops.length > 0, 'three folders a page make several pages');
    const root = folders.find((one) => one.parentId === 0 && one.categoryType === 'asset');
    const folder = await rest.post(FOLDERS, { name: `Drive ${tag}`, parentId: root.id });
    const renamed = await rest.put(`${FOLDERS}/${folder.id}`, { ...folder, name: `Drive ${tag} 2` });
    assert.deepEqual([renamed.id, renamed.name, renamed.parentId], [folder.id, `Drive ${tag} 2`, root.id]);

    const block = { assetType: { id: 197, name: 'htmlblock' }, content: '<p>1</p>', category: { id: folder.id } };
    const create = (name) => rest.post(ASSETS, { ...block, name: `${name} ${tag}` });
    const [one, two, three] = [await create('One'), await create('Two'), await create('Three')];
    assert.equal(one.category.name, renamed.name);
    const listed = await rest.getBulk(`${ASSETS}?$filter=category.id eq ${folder.id}&$orderBy=id asc`, 2);
    assert.deepEqual(listed.items.map((item) => item.id), [one.id, two.id, three.id]);
    const read = await rest.getCollection([one, two].map(({ id }) => `${ASSETS}/${id}`), 2);
    assert.deepEqual(read.map((item) => item.customerKey), [one.customerKey, two.customerKey]);
    const changed = await rest.patch(`${ASSETS}/${one.id}`, { description: 'Patched' });
    assert.deepEqual([changed.description, changed.content], ['Patched', '<p>1</p>']);
    const query = { property: 'customerKey', simpleOperator: 'equal', value: two.customerKey };
    assert.equal((await rest.post(`${ASSETS}/query`, { query })).items[0].id, two.id);
    await assert.rejects(rest.post(ASSETS, { name: 'No type' }), withStatus(400));

    for (const { id } of [one, two, three]) assert.equal(await rest.delete(`${ASSETS}/${id}`), 'OK');
    await assert.rejects(rest.get(`${ASSETS}/${one.id}`), withStatus(404));
    await rest.delete(`${FOLDERS}/${folder.id}`);
    await assert.rejects(rest.get(`${FOLDERS}/${folder.id}`), withStatus(404));
}

async function rows({ rest }) {
    const key = `drive-${tag}`;
    const { items } = await rest.get('/data/v1/customobjects?$search=nto-customers');
    const flags = ['isTemplateField', 'isInheritable', 'isOverridable', 'isHidden', 'isReadOnly', 'mustOverride'];
    const text = { type: 'Text', length: 50, ...Object.fromEntries(flags.map((name) => [name, false])) };
    const sku = { ...text, name: 'Sku', ordinal: 0, isPrimaryKey: true, isNullable: false };
    const fields = [sku, { ...text, name: 'Title', ordinal: 1, isPrimaryKey: false, isNullable: true }];
    const definition = { name: key, key, categoryId: items[0].categoryId, fields };
    const { id } = await rest.post('/data/v1/customobjects', definition);
    const many = ['a', 'b', 'c'].map((Sku) => ({ keys: { Sku }, values: { Title: 'Boots' } }));
    assert.equal((await rest.post(`/hub/v1/dataevents/key:${key}/rowset`, many)).length, 3);
    await rest.put(`/hub/v1/dataevents/key:${key}/rows/Sku:b`, { values: { Title: 'Map' } });
    const more = { items: [{ Sku: 'd', Title: 'Tent' }] };
    const { requestId } = await rest.put(`/data/v1/async/dataextensions/key:${key}/rows`, more);
    const told = () => rest.get(`/data/v1/async/${requestId}/status`);
    await eventually(async () => (await told()).status.requestStatus === 'Complete');
    const { items: kept } = await rest.getBulk(`/data/v1/customobjectdata/key/${key}/rowset?$orderBy=Sku asc`, 2);
    const seen = kept.map(({ keys, values }) => `${keys.sku} ${values.title}`);
    assert.deepEqual(seen, ['a Boots', 'b Map', 'c Boots', 'd Tent']);
    await rest.delete(`/data/v1/customobjects/${id}`);
}

async function event({ rest }) {
    const body = { ContactKey: `drive-${tag}`, EventDefinitionKey: 'nto-purchase' };
    const Data = { SubscriberKey: `drive-${tag}`, Email: `${tag}@nto.example`, FirstName: 'Dora' };
    const { eventInstanceId } = await rest.post('/interaction/v1/events', { ...body, Data });
    assert.match(eventInstanceId, /^[\da-f-]{36}$/);
    const filter = `$filter=SubscriberKey eq 'drive-${tag}'`;
    const { items } = await rest.get(`/data/v1/customobjectdata/key/nto-customers/rowset?${filter}`);
    assert.equal(items[0].values.firstname, 'Dora');
    const unknown = rest.post('/interaction/v1/events', { ...body, Data, EventDefinitionKey: `none-${tag}` });
    await assert.rejects(unknown, { name: 'RestError', code: 30003 });
}

async function transactional({ rest }) {
    const key = `drive-${tag}`;
    const asked = { definitionKey: key, name: `Drive ${tag}`, content: { customerKey: 'nto-welcome-series' } };
    const made = await rest.post(DEFINITIONS, { ...asked, subscriptions: { list: 'All Subscribers' } });
    assert.deepEqual([made.definitionKey, made.status], [key, 'Active']);
    const { definitions } = await rest.getBulk(`${DEFINITIONS}?$filter=status eq active`, 200);
    assert.ok(definitions.some((one) => one.definitionKey === key));
    assert.equal((await rest.patch(`${DEFINITIONS}/${key}`, { description: 'Patched' })).description, 'Patched');
    assert.equal((await rest.get(`${DEFINITIONS}/${key}`)).content.customerKey, 'nto-welcome-series');

    const messageKey = `sent-${tag}`;
    const single = { definitionKey: key, recipient: { contactKey: 'nto-1001', to: 'amelia@nto.example' } };
    const one = await rest.post(`${MESSAGES}/${messageKey}`, single);
    assert.deepEqual([one.errorcode, one.responses[0].messageKey], [0, messageKey]);
    const recipients = [{ contactKey: 'nto-1002', to: '24@notsent.example', messageKey: `unsent-${tag}` }];
    assert.equal((await rest.post(`${MESSAGES}/`, { definitionKey: key, recipients })).errorcode, 0);
    const status = () => rest.get(`${MESSAGES}/${messageKey}`);
    await eventually(async () => (await status()).eventCategoryType.endsWith('.EmailSent'));
    const isMine = ({ info }) => info.messageKey === `unsent-${tag}`;
    const unsent = () => rest.get(`${MESSAGES}/?type=notSent&$pageSize=500`);
    const told = await eventually(async () => (await unsent()).messages.find(isMine));
    assert.deepEqual([told.statusCode, told.definitionKey], [24, key]);
    assert.equal((await rest.delete(`${DEFINITIONS}/${key}`)).message, 'Success');
    await assert.rejects(rest.get(`${DEFINITIONS}/${key}`), { name: 'RestError', code: 30003 });
}

async function campaigns({ rest }) {
    const asked = { name: `Drive ${tag}`, description: 'Boots', campaignCode: tag, color: '0000ff', favorite: false };
    const made = await rest.post('/hub/v1/campaigns', asked);
    assert.deepEqual([made.name, made.campaignCode, typeof made.id], [asked.name, tag, 'string']);
    const path = `/hub/v1/campaigns/${made.id}`;
    assert.equal((await rest.get(path)).color, '0000ff');
    const [attached] = await rest.post(`${path}/assets`, { ids: ['1201'], type: 'CMS_ASSET' });
    assert.deepEqual((await rest.get(`${path}/assets`)).entities.map(({ id }) => id), [attached.id]);
    await rest.delete(`${path}/assets/${attached.id}`);
    await rest.delete(path);
    await assert.rejects(rest.get(path), withStatus(400));
}

async function platform({ rest, base }) {
    const { enterprise, organization, user } = await rest.get('/platform/v1/tokenContext');
    assert.deepEqual([organization.id, enterprise.id > 0, user.id > 0], [LOGIN.account_id, true, true]);
    const { items } = await rest.get('/platform/v1/endpoints');
    assert.deepEqual(items.map(({ type }) => type).sort(), ['ftp', 'rest', 'soap']);
    assert.equal((await rest.get('/platform/v1/endpoints/rest')).url.replace(/\/$/, ''), base);
    await assert.rejects(rest.get('/platform/v1/endpoints/carrier-pigeon'), withStatus(404));
}

async function journeyOfDefinition({ rest }) {
    const key = `journey-${tag}`;
    const subscriptions = { list: 'All Subscribers' };
    const content = { customerKey: 'nto-welcome-series' };
    const options = { trackLinks: true, createJourney: true };
    await rest.post(DEFINITIONS, { definitionKey: key, name: key, status: 'Active', content, subscriptions, options });
    const { journey } = await rest.get(`${DEFINITIONS}/${key}`);
    const read = () => rest.get(`/interaction/v1/interactions/key:${journey.interactionKey}`);
    assert.deepEqual([(await read()).status, (await read()).definitionType], ['Published', 'Transactional']);
    await rest.patch(`${DEFINITIONS}/${key}`, { status: 'Inactive' });
    assert.equal((await read()).status, 'Paused');
    await rest.delete(`${DEFINITIONS}/${key}`);
}

async function automations({ rest }) {
    const key = `drive-${tag}`;
    const [QUERIES, AUTOMATIONS] = ['/automation/v1/queries', '/automation/v1/automations'];
    const LEGACY = '/legacy/v1/beta/bulk/automations/automation/definition';
    const { items: folders } = await rest.get('/automation/v1/folders?$filter=categorytype eq queryactivity');
    const { categoryId } = folders.find((one) => one.parentId === 0);
    const text = { name: key, key, description: '', queryText: 'SELECT SubscriberKey, Email FROM [NTO Customers]' };
    const target = { targetKey: 'nto-customers', targetUpdateTypeId: 1, targetUpdateTypeName: 'Update', categoryId };
    const query = await rest.post(QUERIES, { ...text, ...target });
    const one = `${QUERIES}/${query.queryDefinitionId}`;
    assert.equal((await rest.patch(one, { ...text, ...target, description: 'Patched' })).description, 'Patched');
    const { items: queries } = await rest.getBulk(QUERIES, 25);
    assert.ok(queries.some((each) => each.key === key && each.queryText === text.queryText));
    await assert.rejects(rest.post(QUERIES, { ...text, ...target, name: 'Other' }), withStatus(400));

    const activity = { name: key, objectTypeId: 300, displayOrder: 1, activityObjectId: query.queryDefinitionId };
    const steps = [{ annotation: '', stepNumber: 0, activities: [activity] }];
    const schedule = { startDate: '2040-01-01T02:00:00', icalRecur: 'FREQ=DAILY;COUNT=1;INTERVAL=1', timezoneId: 5 };
    const made = await rest.post(AUTOMATIONS, { name: key, key, steps, startSource: { typeId: 1, schedule } });
    const read = () => rest.get(`${AUTOMATIONS}/${made.id}`);
    assert.deepEqual([(await read()).status, (await read()).steps[0].activities.length], ['PausedSchedule', 1]);
    const { scheduleObject } = await rest.get(`${LEGACY}/${made.legacyId}`);
    const switched = { id: made.legacyId, scheduleObject: { id: scheduleObject.id } };
    for (const [action, status] of [['schedule', 'Scheduled'], ['pauseSchedule', 'PausedSchedule']]) {
        await rest.post(`${LEGACY}/?action=${action}`, switched);
        assert.equal((await read()).status, status);
    }
    await rest.post(`${AUTOMATIONS}/${made.id}/actions/runallonce`, {});
    await eventually(async () => (await read()).status === 'PausedSchedule' && (await read()).lastRunInstanceId);
    await rest.delete(`${AUTOMATIONS}/${made.id}`);
    assert.equal(await rest.delete(one), 'OK');
}

const base = process.argv[2].replace(/\/$/, '');
redirect(base);
const loops = []; // how much getBulk had each time that it went for a further page
const { rest } = new SDK(LOGIN, { eventHandlers: { onLoop: (_, items) => loops.push(items.length) } });
const content = [foldersAndAssets, rows, event, transactional, campaigns, platform, journeyOfDefinition, automations];
for (const part of [token, ...content]) {
    try {
        await part({ base, rest, loops });
        console.log(`ok   ${part.name}`);
    } catch (error) {
        process.exitCode = 1;
        console.error(`FAIL ${part.name}:`, error.stack, error.response?.data ?? '');
    }
}
