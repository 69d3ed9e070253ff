"""A checklist that extends another: "Extending a checklist" of ChecklistFormat.md."""

OPERATORS = ("at_least", "above", "at_most", "below")
OWN = ("soat", "id", "version", "title")
REPLACED = ("scoring", "policies")


def merged(own, base):
    """What holds in the end: all of the base, with what the checklist adds and changes."""
    result = {key: own[key] for key in OWN} | {"applies": base["applies"]}
    for key in REPLACED:
        if key in own or key in base:
            result[key] = own.get(key, base.get(key))
    result["unit_classes"] = base.get("unit_classes", []) + own.get("unit_classes", [])
    areas = [
        {"area": dict(area["area"]), "checks": [dict(check) for check in area["checks"]]}
        for area in base["areas"]]
    areas += own.get("areas", [])
    for change in own.get("changes", []):
        if "area" in change:
            change_area(areas, change)
        else:
            change_check(areas, change)
    return result | {"areas": areas}


def change_area(areas, change):
    area = next(area for area in areas if area["area"]["id"] == change["area"])
    if change.get("drop"):
        areas.remove(area)
    area["area"].update({key: change[key] for key in ("weight", "title") if key in change})


def change_check(areas, change):
    for area in areas:
        for check in area["checks"]:
            if check["id"] == change["check"]:
                if change.get("drop"):
                    area["checks"].remove(check)
                else:
                    change_keys(check, change)
                return


def change_keys(check, change):
    for key, value in change.items():
        if key in ("check", "reason"):
            continue
        if key == "with":
            value = changed_parameters(check["with"], value)
        if key in ("remedy", "effective"):
            value = check.get(key, {}) | value
        check[key] = value


def changed_parameters(given, changes):
    if any(key in changes for key in OPERATORS):
        given = {key: value for key, value in given.items() if key not in OPERATORS}
    return given | changes
