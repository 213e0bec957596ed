/// XML as facilities send it (XML文書): without document types or entities, small enough, with line numbers.
@NullMarked
package hmnet.formats.base.xml;

import org.jspecify.annotations.NullMarked;
