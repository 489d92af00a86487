"""Against an installed wheel: `pytest python/tests` with telltale installed."""

import asyncio
import importlib
import os
import pickle
import signal
import subprocess
import sys
import threading
import time

import pytest

import telltale
import telltale.analyse
from telltale import _process

TEXT = '太阳是一颗恒星，太阳很大，太阳很热'


def words(keywords):
    return [word for word, _ in keywords]


def test_a_text_has_keywords_that_are_pairs_with_more():
    (sun, star) = telltale.extract_keywords(TEXT, top_n=2)
    assert (sun.keyword, sun.score) == tuple(sun)
    assert (sun.keyword, sun.count, sun.tag, sun.offsets) == ('太阳', 3, 'ns', [(0, 2), (8, 10), (13, 15)])
    assert star[0] == '恒星'
    again = pickle.loads(pickle.dumps(sun))
    assert again == sun and again.offsets == sun.offsets


def test_offsets_are_those_of_python():
    text = '😀太阳😀是一颗恒星\ta\\tb'
    for keyword in telltale.extract_keywords(text):
        assert all(text[start:end] == keyword.keyword for start, end in keyword.offsets)


def test_many_texts_keep_their_order_and_a_missing_one_has_none():
    found = telltale.extract_keywords([TEXT, None, '', TEXT], top_n=1)
    assert [one if one is None else words(one) for one in found] == [['太阳'], None, [], ['太阳']]


@pytest.mark.parametrize('table', [b'sun', {'text': TEXT}, None, 7, memoryview(b'sun')])
def test_what_is_no_list_of_texts_is_refused(table):
    with pytest.raises(TypeError, match='Expected a text or a list of texts, got'):
        telltale.extract_keywords(table)
    with pytest.raises(TypeError, match='Expected the file of a list of tags, or a list of tags, got'):
        telltale.tag(TEXT, table)


def test_a_text_longer_than_a_line_of_the_filter_has_an_error():
    with pytest.raises(telltale.TelltaleError, match=r'^The text has 12000000 characters, more than the 10000000 of max_text'):
        telltale.extract_keywords('恒星' * 6_000_000)


def test_a_bad_text_is_an_exception_alone_and_in_its_place_among_many():
    with pytest.raises(telltale.TelltaleError, match='The text has') as single:
        telltale.extract_keywords('恒星' * 50, max_text=20)
    assert single.value.code == 'INVALID_TEXT' and single.value.index is None
    texts = [TEXT, '恒星' * 50]
    found = telltale.extract_keywords(texts, max_text=20, on_error='return')
    assert words(found[0])[0] == '太阳' and isinstance(found[1], telltale.TelltaleError)
    with pytest.raises(telltale.TelltaleError) as many:
        telltale.extract_keywords(texts, max_text=20)
    assert many.value.index == 1 and words(many.value.results[0])[0] == '太阳'


def test_what_is_no_text_has_its_error_in_its_place():
    found = telltale.extract_keywords([TEXT, 7, None, TEXT], title=[None, None, None, 5], on_error='return')
    assert words(found[0])[0] == '太阳' and found[2] is None
    assert [error.code for error in (found[1], found[3])] == ['INVALID_TEXT'] * 2
    assert (
        found[1].index == 1 and str(found[1]).endswith('got int. (text 2 of the list)') and 'Expected a title' in str(found[3])
    )
    assert telltale.explain('') is None


@pytest.mark.parametrize('text', ['\0\0\0', ' ', '\ud800', '…'])
def test_a_text_without_a_word_has_no_keywords(text):
    assert telltale.extract_keywords(text) == [] and telltale.extract_keywords([text]) == [[]]


def test_an_option_that_is_one_path_takes_no_list():
    for given in (['x'], 5):
        with pytest.raises(TypeError, match=r'^dictionary must be the path of a file, got '):
            telltale.extract_keywords(TEXT, dictionary=given)


def test_wrong_options_are_refused():
    with pytest.raises(TypeError, match="Did you mean 'top_n'"):
        telltale.extract_keywords(TEXT, topn=3)
    with pytest.raises(telltale.TelltaleError, match=r'^top_n must be a whole number from 1 to \d+, got 0'):
        telltale.extract_keywords([TEXT], top_n=0, on_error='return')
    with pytest.raises(telltale.TelltaleError, match=r'^parts_of_speech is noun; the tokenizer jieba has a, '):
        telltale.extract_keywords(TEXT, parts_of_speech=['noun'])
    for wrong in (float('nan'), float('inf'), b'3', object()):
        with pytest.raises(TypeError, match=r"Expected strings, numbers, .* got {'top_n': "):
            telltale.extract_keywords(TEXT, top_n=wrong)
    with pytest.raises(TypeError, match=r'got int \(text 2 of the list\)\.'):
        telltale.extract_keywords([TEXT, 7])


def test_errors_have_the_codes_of_the_program(tmp_path):
    damaged = tmp_path / 'weights.json'
    damaged.write_text('{')
    for options, code, told in (
        ({'model': 'nothere'}, 'FILE_NOT_FOUND', '^There is no model "nothere"'),
        ({'model': './nothere'}, 'FILE_NOT_FOUND', '^There is no file'),
        ({'dictionary': './nothere'}, 'FILE_NOT_FOUND', '^There is no file'),
        ({'weights': './nothere.json'}, 'FILE_NOT_FOUND', '^There are no weights'),
        ({'weights': damaged}, 'INVALID_WEIGHTS', 'weights.json'),
        ({'threads': 0}, 'INVALID_OPTION', '^threads .* must be'),
    ):
        with pytest.raises(telltale.TelltaleError, match=told) as error:
            telltale.extract_keywords(TEXT, **options)
        assert error.value.code == code
    with pytest.raises(telltale.TelltaleError) as error:
        telltale.tag(TEXT, './nothere.csv')
    assert error.value.code == 'FILE_NOT_FOUND'


def test_titles_are_those_of_their_texts():
    with pytest.raises(ValueError, match='2 texts and 1 titles'):
        telltale.extract_keywords([TEXT, TEXT], title=['行星'])
    found = telltale.extract_keywords([TEXT, TEXT], title=['行星', None])
    assert '行星' in words(found[0]) and '行星' not in words(found[1])


def test_tags_of_a_list():
    for wrong, told in (([], 'no tags'), ([{'name': '恒星'}], "'name'.*Expected a label"), ([' '], 'Expected a label')):
        with pytest.raises(ValueError, match=told):
            telltale.tag(TEXT, wrong)
    (star,) = telltale.tag(TEXT, ['恒星', {'label': '法律', 'id': 'law'}], evidence=['mention'])
    assert star.label == '恒星' and star.probability is None and star.forms == [('恒星', [(5, 7)])]


def test_an_explanation_shows_itself_in_a_notebook():
    explanation = telltale.explain(TEXT)
    assert words(explanation.keywords)[0] == '太阳'
    assert len(explanation.contributions[0]) == len(explanation.tokens)
    shown = explanation._repr_html_()
    assert '<table>' in shown and '<svg' in shown and '太阳' in repr(explanation)
    assert explanation.language_found is None and explanation.notice is None
    modern = telltale.explain('arte moderna')
    assert modern.language_found['candidates'][0]['language'] == 'it' and 'may be Portuguese' in modern.notice
    assert telltale.explain('arte moderna', lang=['pt', 'en']).language == 'pt'
    assert '<b>' not in telltale.explain('a <b> sun & a <b> star')._repr_html_()


def test_jieba_users_change_the_import_alone():
    extract_tags = telltale.analyse.extract_tags
    assert extract_tags(TEXT, topK=2) == ['太阳', '恒星']
    (word, weight), *_ = extract_tags(TEXT, topK=2, withWeight=True)
    assert word == '太阳' and isinstance(weight, float)
    (pair,) = extract_tags(TEXT, allowPOS=('ns',), withFlag=True)
    assert (pair.word, pair.flag, str(pair)) == ('太阳', 'ns', '太阳/ns')
    assert extract_tags(TEXT, allowPOS='ns') == ['太阳'] and extract_tags(TEXT, allowPOS=None) == extract_tags(TEXT)
    assert all(extract_tags(TEXT.encode(code), 2) == ['太阳', '恒星'] for code in ('utf-8', 'utf-8-sig', 'gbk'))
    with pytest.raises(TypeError, match='Expected a text, got list'):
        extract_tags([TEXT])
    with pytest.raises(AttributeError, match=r'set_idf_path.*name another with model'):
        telltale.analyse.set_idf_path('idf.txt')


def test_stop_words_of_a_file_as_editors_write_it(tmp_path, monkeypatch):
    monkeypatch.setattr(telltale.analyse, '_stop_words', None)
    for code in ('utf-8-sig', 'gbk'):
        (tmp_path / 'stop.txt').write_bytes('太阳\r\n很大\r\n'.encode(code))
        telltale.analyse.set_stop_words(tmp_path / 'stop.txt')
        assert '太阳' not in telltale.analyse.extract_tags(TEXT)


def test_keybert_users_get_pairs():
    extractor = telltale.KeywordExtractor()
    assert words(extractor.extract_keywords(TEXT, candidates=['恒星'], top_n=1)) == ['恒星']
    assert len(extractor.extract_keywords([TEXT, TEXT], use_maxsum=True, diversity=0.5)) == 2
    # The call of KeyBERT's own README.
    assert extractor.extract_keywords(TEXT, (TEXT[:2],), (1, 2), None, 5, 1, True, nr_candidates=20)[0][0] == '太阳'
    with pytest.raises(ValueError, match='min_df must be 1'):
        extractor.extract_keywords(TEXT, min_df=2)
    with pytest.raises(ValueError, match='begin with 1'):
        extractor.extract_keywords(TEXT, keyphrase_ngram_range=(2, 3))
    # KeyBERT's first argument is a model; ours are others.
    assert words(telltale.KeywordExtractor('zh').extract_keywords(TEXT, top_n=1)) == ['太阳']
    with pytest.raises(telltale.TelltaleError, match='Expected a model of Telltale'):
        telltale.KeywordExtractor('all-MiniLM-L6-v2').extract_keywords(TEXT)
    with pytest.raises(TypeError, match='Telltale model, got object'):
        telltale.KeywordExtractor(object())


def test_it_can_be_awaited_and_threads_share_a_process():
    async def many():
        return await asyncio.gather(*(telltale.aextract_keywords(TEXT, top_n=n) for n in (1, 2, 3)))

    assert [len(found) for found in asyncio.run(many())] == [1, 2, 3]
    results = {}

    def work(n):
        results[n] = telltale.extract_keywords([TEXT] * 20, top_n=n)

    threads = [threading.Thread(target=work, args=(n,)) for n in (1, 2, 3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(len(one) == n for n, found in results.items() for one in found)


def children():
    return [one.child.process for one in _process._filters.values() if one.child is not None]


def test_a_process_that_died_is_replaced():
    telltale.close()
    before = words(telltale.extract_keywords(TEXT))
    (process,) = children()
    process.kill()
    process.wait()
    assert words(telltale.extract_keywords(TEXT)) == before
    # And in the middle of its work: nothing is lost, doubled or out of order.
    texts = [f'{TEXT}，第{n}号' for n in range(400)]
    expected = [words(one) for one in telltale.extract_keywords(texts, threads=1)]
    telltale.close()
    found = []
    worker = threading.Thread(target=lambda: found.extend(telltale.extract_keywords(texts, threads=1)))
    worker.start()
    while not children():
        time.sleep(0.001)
    children()[0].kill()
    worker.join()
    assert [words(one) for one in found] == expected


LONG = ['太阳是一颗恒星，' * 200] * 3000


@pytest.mark.skipif(sys.platform == 'win32', reason='There are no such signals.')
def test_who_interrupts_a_call_has_a_process_that_answers_and_does_nothing_else():
    telltale.close()

    class Interrupt(Exception):
        pass

    def interrupt(*_):
        raise Interrupt

    before = signal.signal(signal.SIGALRM, interrupt)
    try:
        # Wherever it is: starting the process, writing to it, waiting for it.
        for seconds in (0.01, 0.05, 0.2, 0.6, 1.2):
            signal.setitimer(signal.ITIMER_REAL, seconds)
            with pytest.raises(Interrupt):
                telltale.extract_keywords(LONG, threads=1)
            assert not [one for one in children() if one.args[-1] == '--threads=1']
            found = telltale.extract_keywords([TEXT, TEXT], top_n=1, threads=1)
            assert [words(one) for one in found] == [['太阳'], ['太阳']]
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def test_a_call_that_is_cancelled_stops():
    telltale.close()

    async def give_up():
        await asyncio.wait_for(telltale.aextract_keywords(LONG, threads=1), 1)

    with pytest.raises(asyncio.TimeoutError):
        asyncio.run(give_up())  # It waits for the threads of what was cancelled.
    assert children() == []


def test_python_ends_at_once_while_a_daemon_thread_waits():
    script = (
        'import threading, time, telltale; from telltale import _process\n'
        "work = lambda: telltale.extract_keywords(['太阳是一颗恒星，' * 200] * 3000, threads=1)\n"
        'threading.Thread(target=work, daemon=True).start()\n'
        'while not [one for one in _process._filters.values() if one.child]: time.sleep(0.01)\n'
        'started = time.monotonic(); _process._close(at_exit=True); print(time.monotonic() - started)'
    )
    done = subprocess.run([sys.executable, '-c', script], capture_output=True, text=True)
    assert float(done.stdout) < _process._SECONDS_TO_END, done.stderr


def test_a_process_that_dies_twice_is_an_error(tmp_path, monkeypatch):
    program = tmp_path / 'main.js'
    program.write_text("process.stdin.once('data', () => { console.error('broken'); process.exit(3); });")
    monkeypatch.setenv('TELLTALE_PROGRAM', str(program))
    with pytest.raises(telltale.TelltaleError, match=r'died twice.*by 3: broken') as error:
        telltale.extract_keywords(TEXT)
    assert error.value.code == 'PROCESS_DIED'


@pytest.mark.skipif(not hasattr(os, 'fork'), reason='There is no fork here.')
@pytest.mark.filterwarnings('ignore::DeprecationWarning')
def test_a_forked_process_starts_its_own():
    telltale.extract_keywords(TEXT)
    (mine, *_) = children()
    child = os.fork()
    if child == 0:
        done = 1
        try:
            done = 0 if words(telltale.extract_keywords(TEXT, top_n=1)) == ['太阳'] and mine not in children() else 1
            telltale.close()
        finally:
            os._exit(done)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert mine.poll() is None and words(telltale.extract_keywords(TEXT, top_n=1)) == ['太阳']


@pytest.mark.skipif(sys.platform == 'win32', reason='There are no such signals.')
@pytest.mark.parametrize('end', ['pass', 'os.kill(os.getpid(), signal.SIGKILL)'])
def test_the_process_ends_with_python(end):
    script = (
        'import os, signal, telltale; from telltale import _process; telltale.extract_keywords("恒星");'
        f'print([f.child.process.pid for f in _process._filters.values()][0], flush=True); {end}'
    )
    done = subprocess.run([sys.executable, '-c', script], capture_output=True, text=True)
    pid = int(done.stdout)
    for _ in range(200):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return
        time.sleep(0.1)
    os.kill(pid, signal.SIGKILL)
    pytest.fail(f'{pid} lived on.')


def test_the_version_is_that_of_the_command():
    done = subprocess.run([sys.executable, '-m', 'telltale', '--version'], capture_output=True, text=True)
    assert telltale.__version__ == done.stdout.strip()
    with pytest.raises(AttributeError, match='nothing'):
        telltale.nothing  # noqa: B018


def test_the_command_is_installed():
    done = subprocess.run([sys.executable, '-m', 'telltale', 'extract', TEXT, '-n', '1'], capture_output=True)
    assert done.returncode == 0 and '太阳' in done.stdout.decode()


def test_without_pyspark_the_module_for_spark_says_what_to_install(monkeypatch):
    for name in ('pyspark', 'pyspark.sql', 'pyspark.sql.types'):
        monkeypatch.delitem(sys.modules, name, raising=False)
    for name in ('telltale_spark', 'telltale.spark'):
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setitem(sys.modules, 'pyspark', None)
    with pytest.raises(ModuleNotFoundError, match='Run: pip install pyspark'):
        importlib.import_module('telltale.spark')
