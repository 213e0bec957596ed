/// JSON as facilities send it (JSON文書): read whole within limits, numbers digit for digit, no name twice.
@NullMarked
package hmnet.formats.base.json;

import org.jspecify.annotations.NullMarked;
