"""What pages are made of besides their HTML: styles, scripts, fonts, our own pictures.

`sources`: what there is, and which page needs which. `build` (with `styles`, `fonts`): makes small files with a hash in their
name of it, once, by `make setup`. `links`: what a page links to. `compression`: the HTML itself on its way out.
"""
