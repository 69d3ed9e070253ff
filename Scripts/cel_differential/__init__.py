"""The parts of Scripts/cel-differential."""
