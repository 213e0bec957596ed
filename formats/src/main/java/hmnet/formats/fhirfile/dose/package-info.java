/// Dosing as FHIR tells it (FHIRの用法・用量): what a Dosage and its Timing say, in the words of the chart.
@NullMarked
package hmnet.formats.fhirfile.dose;

import org.jspecify.annotations.NullMarked;
