"""With pandas, scikit-learn and notebooks, where they are installed."""

import json
from pathlib import Path

import pytest

TEXT = '太阳是一颗恒星，太阳很大'


def test_a_column_of_pandas():
    pandas = pytest.importorskip('pandas')
    import telltale.pandas  # noqa: F401

    frame = pandas.DataFrame({'text': [TEXT, None, TEXT]}, index=[5, 6, 7])
    found = frame['text'].telltale.keywords(top_n=1)
    assert list(found.index) == [5, 6, 7] and found[6] is None
    assert [one.keyword for one in found[7]] == ['太阳']
    assert [one.label for one in frame['text'].telltale.tags(['恒星'])[5]] == ['恒星']


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
