/// What professionals do with the records (診療).
@NullMarked
package hmnet.care;

import org.jspecify.annotations.NullMarked;
