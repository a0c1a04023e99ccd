"""One page of HTML that holds everything a person needs to read of a return."""

from peelcheck.reporting.page.rendering import need_page_libraries, page_as_html

__all__ = ["need_page_libraries", "page_as_html"]
