"""With pandas, scikit-learn and notebooks, where they are installed."""

import importlib
import json
import pickle
from pathlib import Path

import pytest

import telltale

TEXT = '太阳是一颗恒星，太阳很大，太阳很热'


def test_a_column_of_pandas():
    pandas = pytest.importorskip('pandas')
    import telltale.pandas  # noqa: F401

    frame = pandas.DataFrame({'text': [TEXT, None, TEXT]}, index=[5, 6, 7])
    found = frame['text'].telltale.keywords(top_n=1)
    assert list(found.index) == [5, 6, 7] and found[6] is None
    assert [one.keyword for one in found[7]] == ['太阳']
    assert [one.label for one in frame['text'].telltale.tags(['恒星'])[5]] == ['恒星']


def test_a_number_in_a_column_has_its_error_in_its_row_where_that_is_asked_for():
    pandas = pytest.importorskip('pandas')
    importlib.import_module('telltale.pandas')
    column = pandas.Series([TEXT, 7, None], index=['a', 'b', 'c'])
    with pytest.raises(TypeError, match=r"got int \(text 2 of the list\)\. With on_error='return'"):
        column.telltale.keywords()
    found = column.telltale.keywords(top_n=1, on_error='return')
    assert found['a'][0].keyword == '太阳' and found['c'] is None
    assert found['b'].code == 'INVALID_TEXT' and found['b'].index == 1


def test_what_is_missing_in_a_column_has_no_keywords_and_a_table_is_no_column():
    pandas = pytest.importorskip('pandas')
    importlib.import_module('telltale.pandas')
    for missing in (None, float('nan'), pandas.NA):
        (found,) = telltale.extract_keywords([missing], title=[missing])
        assert found is None
    for kind in (object, 'string', 'category'):
        column = pandas.Series([TEXT, None], index=pandas.MultiIndex.from_tuples([('a', 1), ('a', 2)]), dtype=kind)
        assert [len(one) if one else one for one in column.telltale.keywords(top_n=1)] == [1, None]
    with pytest.raises(TypeError, match=r'got DataFrame\. Name a column of it, as in table'):
        telltale.extract_keywords(pandas.DataFrame({'text': [TEXT]}))


def test_a_vectorizer_of_scikit_learn():
    pytest.importorskip('sklearn')
    from sklearn.base import clone
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline
    from sklearn.utils.estimator_checks import check_estimator

    from telltale.sklearn import KeywordVectorizer

    texts = [TEXT, '法院判决被告赔偿损失，被告上诉', '恒星和行星', '被告不服法院的判决']
    pipeline = make_pipeline(KeywordVectorizer(top_n=5), LogisticRegression())
    assert list(pipeline.fit(texts, [0, 1, 0, 1]).predict(['行星围绕恒星', '被告上诉'])) == [0, 1]
    vectorizer = clone(KeywordVectorizer(max_features=3, weighting='count'))
    vectors = vectorizer.fit_transform(texts)
    assert vectors.shape == (4, 3) == (4, len(vectorizer.get_feature_names_out()))
    assert (vectors != vectorizer.transform(texts)).nnz == 0
    assert KeywordVectorizer().fit_transform([*texts, None, float('nan'), ''])[4:].nnz == 0
    # A share of the texts.
    assert set(KeywordVectorizer(min_df=0.5).fit(texts).vocabulary_) == set(KeywordVectorizer(min_df=2).fit(texts).vocabulary_)
    with pytest.raises(ValueError, match='max_features must be 1 or more'):
        KeywordVectorizer(max_features=0).fit(texts)
    again = pickle.loads(pickle.dumps(vectorizer))
    assert (again.transform(texts) != vectors).nnz == 0
    # What scikit-learn checks of all: it warns that it has no tests for what takes texts.
    with pytest.warns(Warning, match='KeywordVectorizer|input'):
        check_estimator(KeywordVectorizer())


def test_the_notebook_runs_and_shows_what_it_says():
    nbclient = pytest.importorskip('nbclient')
    nbformat = pytest.importorskip('nbformat')
    path = Path(__file__).parents[2] / 'examples/python.ipynb'
    kept = json.loads(path.read_text('utf-8'))
    notebook = nbformat.reads(json.dumps(kept), as_version=4)
    nbclient.NotebookClient(notebook, timeout=600).execute()
    shown = [[output.get('data', {}).get('text/plain') for output in cell.get('outputs', [])] for cell in notebook.cells]
    before = [[''.join(o.get('data', {}).get('text/plain', '')) for o in cell.get('outputs', [])] for cell in kept['cells']]
    assert shown == before
