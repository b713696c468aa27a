"""What a juror's pack is bound from: attachments made ready page by page, in a process of their own, and put together.

A page is not a document: layers, form values, tags and targets of links lie outside of it. Each module takes care of one.
"""
