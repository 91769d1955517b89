"""The Plans place: improvement plans with their workstreams, activities and milestones, tracked to the day."""

from ui.places.plans.place import PlansPlace

__all__ = ["PlansPlace"]
