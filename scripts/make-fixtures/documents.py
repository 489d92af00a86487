"""Writes the PDF and Word documents of test/fixtures/documents, with reportlab 5.1.0 and python-docx 1.2.0."""
import json
from pathlib import Path

import docx
from docx.shared import Pt
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import PageBreak, Paragraph, Preformatted, SimpleDocTemplate

folder = Path(__file__).parent.parent.parent / 'test/fixtures/documents'
articles = json.loads((folder / 'articles.json').read_text('utf-8'))
CODE = 'parserConfig = loadSettings("tokens.json")'

bees = articles[0]
word = docx.Document()
word.core_properties.title = 'A title that nobody changed'
word.add_heading(bees['title'], 0)
for text in bees['paragraphs']:
    word.add_paragraph(text)
    run = word.add_paragraph().add_run(CODE)
    run.font.name, run.font.size = 'Courier New', Pt(9)
table = word.add_table(rows=1, cols=2)
table.cell(0, 0).text, table.cell(0, 1).text = 'distance', 'duration'
word.sections[0].header.paragraphs[0].text = 'Subscribe to the newsletter'
word.save(folder / 'bees.docx')

style = getSampleStyleSheet()


def edges(canvas, document):
    canvas.drawString(72, 790, 'Subscribe to the newsletter')
    canvas.drawString(300, 30, str(document.page))


story = []
for article in articles[1:5]:
    story.append(Paragraph(article['title'], style['Heading1']))
    story += [Paragraph(text, style['BodyText']) for text in article['paragraphs']]
    story += [Preformatted(CODE, style['Code']), PageBreak()]
SimpleDocTemplate(str(folder / 'nature.pdf'), title='Four essays on nature', invariant=True).build(story, edges, edges)
