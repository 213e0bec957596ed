/// Archives as facilities send them (ZIP): names, numbers and sizes bounded before anything is believed.
@NullMarked
package hmnet.formats.archive;

import org.jspecify.annotations.NullMarked;
